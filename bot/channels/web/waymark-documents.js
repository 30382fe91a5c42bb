/* Documents to take away, below the message that offers them: each as a Word file and as a page to print.
   Loaded by waymark-chat.js when the first one is offered. */

const ANSWER_TIMEOUT = 20_000; // milliseconds
const NOTHING_KNOWN = 409;
const RESULT_FILE = { format: 'json', button: 'document_json', done: 'document_json_ready', hand: save };
const FORMATS = [ // how the button reads, and what is told when it is done
  { format: 'docx', button: 'document_docx', done: 'document_docx_ready', hand: save },
  { format: 'html', button: 'document_html', done: 'document_html_ready', hand: open },
];

const CSS = `
  .documents { padding-top: .4rem; }
  .document { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .5rem; }
  .documents label { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; min-height: 2.75rem; font-weight: inherit; }
  .documents input[type=file] { font: inherit; max-width: 100%; }
  .documents input[type=checkbox] { width: 1.4rem; height: 1.4rem; accent-color: var(--accent); }
  .documents .told { margin-top: .5rem; }`;
const sheet = new CSSStyleSheet();
sheet.replaceSync(CSS);

/* The group of buttons for what is offered; `make` makes elements as the chat does. */
export function documentGroup(offers, chat, make) {
  const root = chat.shadowRoot;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const told = make('p', { class: 'told', hidden: '' });
  const ownWords = make('input', { type: 'checkbox' });
  const tell = (key, title) => {
    told.textContent = chat.say(key, { title });
    told.hidden = false;
    chat.announce(told.textContent);
  };
  const give = async ({ document, title, own_words }, { format, done, hand }) => {
    const body = { sender: chat.state.sender, document, format, own_words: Boolean(own_words) && ownWords.checked };
    try {
      await hand(chat, body);
      tell(done, title);
    } catch (error) {
      tell(error.status === NOTHING_KNOWN ? 'document_nothing_known' : 'document_failed', title);
    }
  };
  const formatsOf = (offer) => (offer.result_file ? [...FORMATS, RESULT_FILE] : FORMATS);
  const rows = offers.map((offer) => make('div', { class: 'document' }, ...formatsOf(offer).map((each) => (
    make('button', { type: 'button', click: () => give(offer, each) }, chat.say(each.button, offer))))));
  const choice = offers.some((offer) => offer.own_words)
    ? [make('label', {}, ownWords, chat.say('document_own_words'))] : [];
  if (offers.some((offer) => offer.result_file)) rows.push(comparison(chat, make, tell));
  const group = make('div', { class: 'documents', role: 'group' }, ...choice, ...rows, told);
  group.setAttribute('aria-label', chat.say('documents'));
  return group;
}

/* The way to hand in the result file of an earlier check; what the bot says to it is shown as an answer. */
function comparison(chat, make, tell) {
  const compare = async ({ target }) => {
    try {
      const body = { sender: chat.state.sender, result: await target.files[0].text() };
      chat.receive(await (await post(chat, 'webhooks/rest/result', body)).json());
    } catch { tell('document_failed'); }
    target.value = ''; // so that the same file can be chosen again
  };
  const file = make('input', { type: 'file', accept: '.json', change: compare });
  return make('label', {}, chat.say('document_compare'), file);
}

async function save(chat, body) {
  download(await fetchDocument(chat, body), body);
}

// The tab is opened at once, since browsers block one that opens later than the click.
async function open(chat, body) {
  const tab = window.open('', '_blank');
  try {
    const blob = await fetchDocument(chat, body);
    if (tab) tab.location.replace(URL.createObjectURL(blob));
    else download(blob, body);
  } catch (error) {
    tab?.close();
    throw error;
  }
}

function download(blob, { document: name, format }) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `waymark-${name.replaceAll('_', '-')}.${format}`;
  link.click();
}

async function fetchDocument(chat, body) {
  return (await post(chat, 'webhooks/rest/document', body)).blob();
}

async function post(chat, path, body) {
  const request = new AbortController();
  const timer = setTimeout(() => request.abort(), ANSWER_TIMEOUT);
  const content = { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  const options = { method: 'POST', credentials: 'omit', cache: 'no-store', signal: request.signal, ...content };
  try {
    const response = await fetch(chat.address(path), options);
    if (!response.ok) throw Object.assign(new Error('refused'), { status: response.status });
    return response;
  } finally { clearTimeout(timer); }
}
