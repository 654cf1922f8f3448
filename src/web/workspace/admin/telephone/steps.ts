/** What callers of a number go through, as the server keeps it. */
export type FlowStep =
  | { step: 'say'; prompt: string; whole?: boolean }
  | { step: 'menu'; choices: MenuChoice[]; prompt?: string | null; seconds?: number; times?: number }
  | { step: 'hours'; closed: FlowStep[]; queueId?: string | null }
  | {
      step: 'queue';
      queueId?: string | null;
      everySeconds?: number;
      position?: boolean;
      wait?: boolean;
      callbackKey?: string | null;
      prompt?: string | null;
    }
  | { step: 'voicemail'; queueId?: string | null; prompt?: string | null; secondsMax?: number }
  | { step: 'end'; prompt?: string | null };

export type MenuChoice = {
  key: string;
  languageId?: string | null;
  queueId?: string | null;
  steps?: FlowStep[] | null;
};

export type StepKind = FlowStep['step'];

export const stepKinds: StepKind[] = ['say', 'menu', 'hours', 'queue', 'voicemail', 'end'];

export const keys = [...'123456789*0#'];

/** After these nothing comes: the caller stays there or is gone. */
export const lastKinds: readonly StepKind[] = ['queue', 'voicemail', 'end'];

/** A step as it is added, with what the server would take for what is not said. */
export function newStep(kind: StepKind): FlowStep {
  switch (kind) {
    case 'say':
      return { step: 'say', prompt: 'welcome' };
    case 'menu':
      return { step: 'menu', choices: [{ key: '1' }], seconds: 5, times: 2 };
    case 'hours':
      return {
        step: 'hours',
        closed: [
          { step: 'say', prompt: 'closed' },
          { step: 'voicemail', secondsMax: 120 },
        ],
      };
    case 'queue':
      return { step: 'queue', everySeconds: 45, position: true, wait: true };
    case 'voicemail':
      return { step: 'voicemail', secondsMax: 120 };
    case 'end':
      return { step: 'end' };
  }
}

/** A new plan: greets, tells who is outside of the hours, and lets wait. */
export function usualSteps(): FlowStep[] {
  return [newStep('hours'), newStep('say'), newStep('queue')];
}

/** Where a step may be added: before the last one, where that ends the way. */
export function withAdded(steps: FlowStep[], added: FlowStep): FlowStep[] {
  const end = steps.at(-1);
  return end && lastKinds.includes(end.step) ? [...steps.slice(0, -1), added, end] : [...steps, added];
}

export function withMoved(steps: FlowStep[], from: number, by: -1 | 1): FlowStep[] {
  const moved = [...steps];
  [moved[from], moved[from + by]] = [moved[from + by]!, moved[from]!];
  return moved;
}
