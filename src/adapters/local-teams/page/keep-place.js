const controls = 'a[href], button, input, textarea, select, [tabindex="0"]';

/** The fields a person changed since they were drawn. */
const touched = new WeakSet();

/** @param {HTMLElement} log */
export function watchTyping(log) {
  for (const kind of ['input', 'change']) {
    log.addEventListener(kind, (event) => {
      if (event.target instanceof Element) touched.add(event.target);
    });
  }
}

/** What was sent off is no longer half written: the next drawing shows what the bot made of it. */
export function forgetTyping(element) {
  for (const control of element.querySelectorAll(controls)) touched.delete(control);
}

/**
 * A message is drawn anew beneath a person's hands: what is half written moves over, and so does the focus, to the
 * control that has the same name, or to the card when it is gone.
 * @param {HTMLElement} before
 * @param {HTMLElement} after
 * @param {() => void} swap puts the one in the place of the other
 */
export function keepPlace(before, after, swap) {
  const active = before.contains(document.activeElement) ? document.activeElement : null;
  const focus = active && (counterpart(active, before, after) ?? after.querySelector('[data-testid="card"]'));
  const typed = [...before.querySelectorAll(controls)].filter((control) => touched.has(control));
  for (const field of typed) moveOver(field, counterpart(field, before, after));
  swap();
  if (active) (focus ?? after).focus({ preventScroll: true });
  if (focus && focus.localName === active.localName && active.selectionStart !== undefined) {
    placeCaret(focus, active);
  }
}

/** The control of the same kind and name; of several, the one in the same place among them. */
function counterpart(control, before, after) {
  const alike = (root) =>
    [...root.querySelectorAll(controls)].filter((one) => signature(one, root) === wanted);
  const wanted = signature(control, before);
  return alike(after)[alike(before).indexOf(control)];
}

/** The label is looked for by hand: `labels` is empty as long as a drawing is not in the page. */
function signature(control, root) {
  const label = control.id && root.querySelector(`label[for="${CSS.escape(control.id)}"]`);
  const name = control.ariaLabel || (label || control).textContent;
  return [control.localName, control.type, control.placeholder, name].join('\n');
}

function moveOver(from, to) {
  if (to === undefined) return;
  if (to.type === 'checkbox' || to.type === 'radio') to.checked = from.checked;
  else if (to.localName !== 'select' || [...to.options].some((one) => one.value === from.value))
    to.value = from.value;
  touched.add(to);
}

/** Fields such as a date have no caret, and say so with null. */
function placeCaret(to, from) {
  if (from.selectionStart !== null) to.setSelectionRange(from.selectionStart, from.selectionEnd);
}
