import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CheckQueueResponse, QueueRequest } from '../../../shared/api';
import { post } from '../../../shared/http';

const typingPauseMs = 350;
const lookAgainMs = 10_000;

export type QueueCheck = { answer: CheckQueueResponse | undefined; isBehind: boolean };

/** What the settings would do, asked anew after each pause in typing, and now and then because people come and go. */
export function useQueueCheck(id: string, draft: QueueRequest): QueueCheck {
  const [asked] = useDebouncedValue(draft, typingPauseMs);
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['queue-check', id, asked],
    queryFn: () => post<CheckQueueResponse>(`/queues/${id}/check`, asked, { key: null }),
    placeholderData: keepPreviousData,
    refetchInterval: lookAgainMs,
    gcTime: 0,
  });
  return { answer: data, isBehind: isPlaceholderData || asked !== draft };
}
