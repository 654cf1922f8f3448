/**
 * Where an action can be taken. Two of one place cannot have one key; what is everywhere shares its key with nothing.
 * The end of a conversation and its wrap-up are never on the screen together.
 */
export type Where = 'everywhere' | 'desk' | 'wrapUp' | 'floor';

/**
 * Every action that can have a key, in the order of the lists. `key` is the usual one, empty for none; `zendesk` the
 * letter that Zendesk uses with Ctrl and Alt, which would be AltGr on many keyboards and type a letter there.
 */
export const actions = {
  palette: { title: 'palette.title', where: 'everywhere', key: 'mod+k', zendesk: 'mod+k' },
  keys: { title: 'keys.title', where: 'everywhere', key: '?', zendesk: '?' },
  search: { title: 'history.search', where: 'everywhere', key: '/', zendesk: '/' },
  take: { title: 'offer.takeFirst', where: 'everywhere', key: 'F2', zendesk: 'F2' },
  refuse: { title: 'offer.refuseFirst', where: 'everywhere', key: '', zendesk: '' },
  next: { title: 'desk.next', where: 'everywhere', key: 'j', zendesk: 'j' },
  previous: { title: 'desk.previous', where: 'everywhere', key: 'k', zendesk: 'k' },
  reply: { title: 'composer.toReply', where: 'desk', key: 'r', zendesk: 'c' },
  note: { title: 'composer.toNote', where: 'desk', key: 'n', zendesk: 'x' },
  replies: { title: 'composer.savedReply', where: 'desk', key: '', zendesk: '' },
  mention: { title: 'composer.mention', where: 'desk', key: '', zendesk: '' },
  tag: { title: 'tags.add', where: 'desk', key: '', zendesk: '' },
  help: { title: 'help.ask', where: 'everywhere', key: 'F8', zendesk: 'F8' },
  transfer: { title: 'head.transfer', where: 'desk', key: 'a', zendesk: 'a' },
  end: { title: 'head.end', where: 'desk', key: 'e', zendesk: 's' },
  finish: { title: 'wrapUp.finish', where: 'desk', key: 'F9', zendesk: 'F9' },
  snooze: { title: 'head.snooze', where: 'desk', key: 's', zendesk: 'p' },
  callback: { title: 'callback.title', where: 'desk', key: 'b', zendesk: 'b' },
  mute: { title: 'call.mute', where: 'desk', key: 'm', zendesk: 'm' },
  hold: { title: 'call.hold', where: 'desk', key: 'h', zendesk: 'h' },
  swap: { title: 'call.asking.swap', where: 'desk', key: 'w', zendesk: 'w' },
  together: { title: 'call.asking.together', where: 'desk', key: 'i', zendesk: 'i' },
  'hand-over': { title: 'call.asking.handOver', where: 'desk', key: 'l', zendesk: 'l' },
  'pause-recording': { title: 'call.record.pause', where: 'desk', key: 'q', zendesk: 'q' },
  dial: { title: 'call.dialPromised', where: 'desk', key: 'd', zendesk: 'd' },
  keypad: { title: 'call.keypad', where: 'desk', key: '', zendesk: '' },
  'floor-open': { title: 'floor.read', where: 'floor', key: 'o', zendesk: 'o' },
  'floor-take': { title: 'floor.take', where: 'floor', key: 't', zendesk: 't' },
  'floor-give': { title: 'floor.give', where: 'floor', key: 'g', zendesk: 'g' },
  'floor-move': { title: 'floor.move', where: 'floor', key: 'm', zendesk: 'm' },
  'floor-first': { title: 'floor.putFirst', where: 'floor', key: 'p', zendesk: 'p' },
  'floor-again': { title: 'floor.again', where: 'floor', key: 's', zendesk: 's' },
  'follow-up': { title: 'followUps.new', where: 'everywhere', key: 'f', zendesk: 'f' },
  done: { title: 'wrapUp.done', where: 'wrapUp', key: 'e', zendesk: 's' },
} as const satisfies Record<string, { title: string; where: Where; key: string; zendesk: string }>;

export type Action = keyof typeof actions;

export const actionNames = Object.keys(actions) as Action[];
