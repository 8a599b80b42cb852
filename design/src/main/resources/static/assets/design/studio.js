// The modeler of processes. Without it the page has the same draft as text, with buttons to keep and check it.
const root = document.querySelector('#studio');
const words = JSON.parse(root.dataset.words);
const suggested = JSON.parse(root.dataset.suggested);
const source = document.querySelector('#studio-source');
const text = source.querySelector('textarea');
const said = document.querySelector('#studio-said');
const problems = document.querySelector('#studio-problems');
const say = (key) => key.split('.').reduce((found, part) => found && found[part], words) || key;

/** Our own words in BPMN: attributes by the element that may bear them, as the reader of processes knows them. */
const NS = 'https://tongqu.org/bpmn';
const ATTRIBUTES = {
  'bpmn:StartEvent': ['starts', 'after'],
  'bpmn:UserTask': ['performer', 'organisation', 'limit', 'clock', 'clocks', 'form', 'may', 'supplements', 'basis'],
  'bpmn:ServiceTask': ['action', 'with'],
  'bpmn:SendTask': ['action', 'with'],
  'bpmn:BusinessRuleTask': ['decision'],
  'bpmn:SequenceFlow': ['when'],
  'bpmn:BoundaryEvent': ['after'],
  'bpmn:IntermediateCatchEvent': ['after'],
  'bpmn:IntermediateThrowEvent': ['action', 'with'],
  'bpmn:EndEvent': ['result', 'action', 'with'],
};
const REPEATED = ['decides', 'voices', 'each'];
const PARTS = {
  outcome: ['code', 'starts', 'ends', 'reason', 'once', 'needs', 'fee'],
  special: ['code', 'limit', 'basis'],
  promise: ['within', 'remind', 'otherwise'],
};
const NAMED = {
  'bpmn:MessageEventDefinition': ['messageRef', 'bpmn:Message', 'name', 'message'],
  'bpmn:SignalEventDefinition': ['signalRef', 'bpmn:Signal', 'name', 'signal'],
  'bpmn:ErrorEventDefinition': ['errorRef', 'bpmn:Error', 'errorCode', 'error'],
};
const attribute = (name) => ({ name, isAttr: true, type: 'String' });
const own = [...new Set([...Object.values(ATTRIBUTES).flat(), ...REPEATED])];
const descriptor = {
  name: 'Tongqu', uri: NS, prefix: 'tongqu', xml: { tagAlias: 'lowerCase' }, associations: [],
  types: [
    { name: 'Said', isAbstract: true, extends: ['bpmn:BaseElement'], properties: own.map(attribute) },
    ...Object.entries(PARTS).map(([part, names]) => ({
      name: part[0].toUpperCase() + part.slice(1), superClass: ['Element'], properties: names.map(attribute),
    })),
  ],
};

const canvasPlace = root.querySelector('.studio-canvas');
const panel = root.querySelector('.studio-panel');
canvasPlace.hidden = false;
panel.hidden = false;
document.querySelectorAll('[data-studio=plain]').forEach((plain) => { plain.hidden = true; });
document.querySelector('#studio-text').open = false;

const tools = words.tool || {};
const translate = (phrase, replacements = {}) =>
  (tools[phrase] || phrase).replace(/{([^}]+)}/g, (whole, key) => tools[replacements[key]] || replacements[key] || whole);
const modeler = new window.BpmnJS({
  container: canvasPlace,
  keyboard: { bindTo: canvasPlace },
  moddleExtensions: { tongqu: descriptor },
  bpmnRenderer: { defaultFillColor: 'var(--surface)', defaultStrokeColor: 'var(--ink)' },
  textRenderer: { defaultStyle: { fontFamily: 'var(--sans)', fontSize: 13 }, externalStyle: { fontSize: 12 } },
  additionalModules: [{ translate: ['value', translate] }],
});
const canvas = modeler.get('canvas');
const registry = modeler.get('elementRegistry');
const modeling = modeler.get('modeling');
const moddle = modeler.get('moddle');
const selection = modeler.get('selection');

// ---- Keeping and checking ----

let waiting = 0;
let sending = false;
let again = false;
let stopped = false;

function later() {
  clearTimeout(waiting);
  if (!stopped) waiting = setTimeout(send, 500);
}

async function send() {
  if (sending) { again = true; return; }
  waiting = 0;
  sending = true;
  said.textContent = say('saving');
  try {
    text.value = (await modeler.saveXML({ format: true })).xml;
    const answer = await fetch(source.dataset.save, { method: 'POST', body: new FormData(source), headers: { Accept: 'application/json' } });
    const kept = await answer.json();
    if (answer.ok) {
      document.querySelectorAll('input[name=revision]').forEach((input) => { input.value = kept.revision; });
      show(kept.problems);
    } else {
      stopped = answer.status === 409;
      said.classList.add('is-wrong');
    }
    said.textContent = kept.said;
  } catch {
    said.textContent = say('unreached');
    again = true;
    clearTimeout(waiting);
    waiting = setTimeout(() => { again = false; send(); }, 5000);
    sending = false;
    return;
  }
  sending = false;
  if (again) { again = false; later(); }
}

let marked = [];
function show(found) {
  marked.forEach((id) => { if (registry.get(id)) canvas.removeMarker(id, 'has-problem'); });
  marked = [...new Set(found.map((problem) => problem.element))].filter((id) => registry.get(id));
  marked.forEach((id) => canvas.addMarker(id, 'has-problem'));
  problems.replaceChildren(...found.map((problem) => {
    const line = document.createElement('li');
    line.className = problem.severity;
    const where = document.createElement(registry.get(problem.element) ? 'button' : 'b');
    where.textContent = problem.where;
    if (where.type) {
      where.type = 'button';
      where.className = 'link';
      where.addEventListener('click', () => { select(problem.element); canvasPlace.scrollIntoView({ block: 'nearest' }); });
    }
    const what = document.createElement('span');
    what.textContent = ' ' + problem.text + ' ' + problem.fix;
    line.append(where, what);
    return line;
  }));
  document.querySelector('#studio-sound').hidden = found.length > 0;
}

function select(id) {
  const element = registry.get(id);
  if (!element) return;
  selection.select(element);
  const box = canvas.viewbox();
  const middle = element.waypoints
    ? element.waypoints[Math.floor(element.waypoints.length / 2)]
    : { x: element.x + element.width / 2, y: element.y + element.height / 2 };
  const isSeen = middle.x > box.x && middle.x < box.x + box.width && middle.y > box.y && middle.y < box.y + box.height;
  if (!isSeen) canvas.viewbox({ ...box, x: middle.x - box.width / 2, y: middle.y - box.height / 2 });
}

// ---- The panel of the selected element ----

const chosen = panel.querySelector('select');
const fields = panel.querySelector('.studio-fields');
const all = () => registry.filter((element) => element.type !== 'label' && element.businessObject && element.parent);
const called = (element) => {
  const name = element.businessObject.name;
  return (name ? name + ' · ' : '') + element.id;
};

function list() {
  const now = chosen.value;
  const options = all().map((element) => new Option(called(element), element.id));
  chosen.replaceChildren(new Option(say('none'), ''), ...options);
  chosen.value = now;
}

function put(element, properties) {
  modeling.updateProperties(element, properties);
}

let next = 0;
function field(place, label, value, change, choices) {
  const id = 'studio-field-' + next++;
  const whole = document.createElement('div');
  whole.className = 'field';
  const name = document.createElement('label');
  name.htmlFor = id;
  name.textContent = label;
  const input = document.createElement('input');
  input.className = 'input';
  input.id = id;
  input.value = value || '';
  input.spellcheck = false;
  input.addEventListener('change', () => change(input.value.trim() || undefined));
  whole.append(name, input);
  if (choices && choices.length) {
    const known = document.createElement('datalist');
    known.id = id + '-known';
    known.append(...choices.map((choice) => new Option(choice)));
    input.setAttribute('list', known.id);
    whole.append(known);
  }
  place.append(whole);
  return input;
}

function copied(old, changes) {
  const properties = {};
  old.$descriptor.properties.forEach((p) => {
    if (Object.prototype.hasOwnProperty.call(old, p.ns.localName)) properties[p.name] = old[p.ns.localName];
    else if (Object.prototype.hasOwnProperty.call(old, p.name)) properties[p.name] = old[p.name];
  });
  const fresh = moddle.create(old.$type, { ...properties, ...old.$attrs, ...changes });
  fresh.$parent = old.$parent;
  return fresh;
}

function draw(element) {
  fields.replaceChildren();
  chosen.value = element ? element.id : '';
  if (!element) return;
  const what = element.businessObject;
  field(fields, say('field.name'), what.name, (name) => modeling.updateLabel(element, name || ''));
  field(fields, say('field.id'), what.id, (id) => { if (id) put(element, { id }); });
  (ATTRIBUTES[what.$type] || []).filter((name) => name !== 'after' || what.get('tongqu:after') || timed(what))
    .forEach((name) => field(fields, say('field.' + name), what.get('tongqu:' + name),
      (value) => put(element, { ['tongqu:' + name]: value }), suggested[name]));
  if (what.conditionExpression) {
    field(fields, say('field.when'), what.conditionExpression.body, (body) => put(element, {
      conditionExpression: body ? moddle.create('bpmn:FormalExpression', { body }) : undefined,
    }));
  }
  if (what.$type === 'bpmn:CallActivity') {
    field(fields, say('field.calledElement'), what.calledElement, (calledElement) => put(element, { calledElement }), suggested.calledElement);
  }
  heard(element, what);
  if (what.loopCharacteristics) {
    REPEATED.forEach((name) => field(fields, say('field.' + name), what.loopCharacteristics.get('tongqu:' + name),
      (value) => put(element, { loopCharacteristics: copied(what.loopCharacteristics, { ['tongqu:' + name]: value }) })));
  }
  if (what.$type === 'bpmn:UserTask') Object.keys(PARTS).forEach((part) => parts(element, what, part));
}

const timed = (what) => (what.eventDefinitions || []).some((one) => one.$type === 'bpmn:TimerEventDefinition');

/** The message, signal or error an element waits for or gives, by name; what has no such name yet gets it. */
function heard(element, what) {
  const named = (type, name, key) => {
    const definitions = modeler.getDefinitions();
    const found = (definitions.rootElements || []).find((one) => one.$type === type && one[key] === name);
    if (found) return found;
    const fresh = moddle.create(type, { id: moddle.ids.nextPrefixed(key + '_'), [key]: name });
    fresh.$parent = definitions;
    definitions.get('rootElements').push(fresh);
    return fresh;
  };
  (what.eventDefinitions || []).filter((one) => NAMED[one.$type]).forEach((one) => {
    const [ref, type, key, label] = NAMED[one.$type];
    field(fields, say('field.' + label), one[ref] && one[ref][key], (name) => put(element, {
      eventDefinitions: what.eventDefinitions.map((other) =>
        other === one ? copied(one, { [ref]: name ? named(type, name, key) : undefined }) : other),
    }));
  });
  if (what.$type === 'bpmn:ReceiveTask') {
    field(fields, say('field.message'), what.messageRef && what.messageRef.name,
      (name) => put(element, { messageRef: name ? named('bpmn:Message', name, 'name') : undefined }));
  }
}

/** Our elements inside a task: each a small group of fields. Whatever else stands there is kept as it is. */
function parts(element, what, part) {
  const type = 'tongqu:' + part[0].toUpperCase() + part.slice(1);
  const inside = () => (what.extensionElements ? what.extensionElements.get('values') : []);
  const write = (values) => put(element, {
    extensionElements: values.length ? moddle.create('bpmn:ExtensionElements', { values }) : undefined,
  });
  const group = document.createElement('fieldset');
  const title = document.createElement('legend');
  title.textContent = say('part.' + part);
  group.append(title);
  inside().filter((one) => one.$type === type).forEach((one) => {
    const row = document.createElement('div');
    row.className = 'studio-part';
    PARTS[part].forEach((name) => field(row, say('field.' + part + '.' + name), one[name], (value) => write(
      inside().map((other) => (other === one ? copied(one, { [name]: value }) : other))), suggested[name]));
    row.append(button(say('remove'), () => write(inside().filter((other) => other !== one))));
    group.append(row);
  });
  group.append(button(say('add.' + part), () => write([...inside(), moddle.create(type, {})])));
  fields.append(group);
}

function button(label, press) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'btn';
  made.textContent = label;
  made.addEventListener('click', press);
  return made;
}

let drawn = null;
function follow() {
  const now = selection.get();
  drawn = now.length === 1 ? (now[0].labelTarget || now[0]) : null;
  draw(drawn && drawn.parent ? drawn : null);
}

/** After a change the panel shows what is there now, and whoever was typing goes on in the same field. */
function redraw() {
  const at = document.activeElement;
  const inputs = [...fields.querySelectorAll('input, button')];
  const place = inputs.indexOf(at);
  list();
  draw(drawn && registry.get(drawn.id) ? drawn : null);
  if (place >= 0) {
    const now = fields.querySelectorAll('input, button')[place];
    if (now) now.focus();
  }
}

chosen.addEventListener('change', () => (chosen.value ? select(chosen.value) : selection.select(null)));

// ---- Beginning ----

/** The whole drawing beside the palette, as far as it can still be read. */
function fit() {
  const { inner, outer } = canvas.viewbox();
  const scale = Math.max(0.4, Math.min(1, (outer.width - 150) / inner.width, (outer.height - 60) / inner.height));
  canvas.viewbox({
    x: inner.x - 125 / scale, y: inner.y - 30 / scale, width: outer.width / scale, height: outer.height / scale,
  });
}

async function open() {
  try {
    await modeler.importXML(text.value);
    fit();
    list();
    show(JSON.parse(problems.dataset.found));
    return true;
  } catch (broken) {
    said.textContent = say('unreadable') + ' ' + broken.message;
    said.classList.add('is-wrong');
    document.querySelector('#studio-text').open = true;
    return false;
  }
}

// What is still to be kept is kept before the draft is handed on.
document.querySelectorAll('form').forEach((form) => {
  if (form === source || !form.querySelector('input[name=revision]')) return;
  form.addEventListener('submit', async (e) => {
    if (!waiting || stopped) return;
    e.preventDefault();
    clearTimeout(waiting);
    await send();
    form.submit();
  });
});

text.addEventListener('change', async () => {
  if (await open()) { said.classList.remove('is-wrong'); later(); }
});
root.querySelector('[data-studio=undo]').addEventListener('click', () => modeler.get('commandStack').undo());
root.querySelector('[data-studio=redo]').addEventListener('click', () => modeler.get('commandStack').redo());
root.querySelector('[data-studio=fit]').addEventListener('click', fit);
modeler.on('selection.changed', follow);
modeler.on('commandStack.changed', () => { redraw(); later(); });
await open();
root.dataset.ready = 'true';
