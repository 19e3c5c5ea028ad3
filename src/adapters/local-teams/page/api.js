/** A call that the stand-in answered with a fault; the message is Danish where a person caused it. */
export class ApiFault extends Error {
  /**
   * @param {number} status
   * @param {string} code
   * @param {string} message
   */
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const base = '/local/api/';

/**
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 */
async function call(method, path, body) {
  const raw = body instanceof Blob;
  const response = await fetch(base + path, {
    method,
    headers: body === undefined || raw ? {} : { 'content-type': 'application/json' },
    body: raw || body === undefined ? body : JSON.stringify(body),
  });
  const text = await response.text();
  const answer = text === '' ? {} : JSON.parse(text);
  if (response.ok) return answer;
  throw new ApiFault(response.status, answer.error?.code ?? '', answer.error?.message ?? '');
}

/** @param {string} chat */
const chatPath = (chat) => `chats/${encodeURIComponent(chat)}`;
/** @param {string} chat @param {string} activity */
const activityPath = (chat, activity) => `${chatPath(chat)}/activities/${encodeURIComponent(activity)}`;

/** The stand-in's JSON API as `local-api.ts` describes it. */
export const api = {
  /** @param {string} person */
  state: (person) => call('GET', `state?person=${encodeURIComponent(person)}`),
  /** @param {string} person @param {string} chat @param {number} after */
  activities: (person, chat, after) =>
    call('GET', `${chatPath(chat)}/activities?person=${encodeURIComponent(person)}&after=${after}`),
  /** @param {string} person @param {string} chat @param {number} seq */
  read: (person, chat, seq) => call('POST', `${chatPath(chat)}/read`, { person, seq }),
  /** @param {string} person @param {string} chat @param {string} text @param {readonly string[]} uploadIds */
  say: (person, chat, text, uploadIds) =>
    call('POST', `${chatPath(chat)}/messages`, { person, text, uploadIds }),
  /** @param {string} person @param {string} chat @param {string} activity */
  resend: (person, chat, activity) => call('POST', `${activityPath(chat, activity)}/resend`, { person }),
  /** @param {string} person @param {string} chat @param {string} activity @param {object} action */
  press: (person, chat, activity, action) =>
    call('POST', `${activityPath(chat, activity)}/press`, { person, action }),
  /** @param {string} person @param {string} chat @param {string} activity */
  refresh: (person, chat, activity) => call('POST', `${activityPath(chat, activity)}/refresh`, { person }),
  /** @param {string} person @param {string} chat @param {object} data */
  dialog: (person, chat, data) => call('POST', `${chatPath(chat)}/dialog`, { person, data }),
  /** @param {string} person @param {File} file */
  upload: (person, file) =>
    call(
      'POST',
      `uploads?person=${encodeURIComponent(person)}&name=${encodeURIComponent(file.name)}`,
      file.slice(),
    ),
  /** @param {string} person @param {boolean} blocked */
  block: (person, blocked) => call('POST', 'block', { person, blocked }),
  clock: () => call('GET', 'clock'),
  /** @param {object} wish */
  moveClock: (wish) => call('POST', 'clock', wish),
  documents: () => call('GET', 'documents'),
  /** @param {number} after */
  happenings: (after) => call('GET', `happenings?after=${after}`),
  mails: () => call('GET', 'mails'),
};
