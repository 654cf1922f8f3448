import type { ShowDirectoryDispositionView } from '../../shared/api';

/** Dispositions in their order; those under one heading stand together where the first of them stands. */
export function DispositionOptions({ codes }: { codes: readonly ShowDirectoryDispositionView[] }) {
  const groups = Map.groupBy(codes, code => code.heading ?? code.id);
  return [...groups.values()].map(group =>
    group[0]!.heading ? (
      <optgroup key={group[0]!.id} label={group[0]!.heading}>
        {group.map(code => (
          <Option key={code.id} code={code} />
        ))}
      </optgroup>
    ) : (
      <Option key={group[0]!.id} code={group[0]!} />
    ),
  );
}

function Option({ code }: { code: ShowDirectoryDispositionView }) {
  return <option value={code.id}>{code.name}</option>;
}
