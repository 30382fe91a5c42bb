/* <waymark-chat>: the chat window of Waymark. One classic script, no dependencies.
   On a page of its own: <waymark-chat page>. In any other page this one line is enough:
   <script src="https://waymark.example/waymark-chat.js" defer data-open="no"></script> */
(() => {
  'use strict';

  const script = document.currentScript; // only known while the script loads
  const HOME = new URL('.', script?.src || document.baseURI).href;
  const LANGUAGES = ['en'];
  const BUILT_IN = { name: 'Waymark', question: 'Waymark', open: 'Waymark', conversation: 'Waymark',
    gone: 'Waymark …', gone_question_kept: 'Waymark …', send: '➤', retry: '↻', start_over: '⟲', close: '✕' };
  const LIMIT = 2000, NEAR_LIMIT = 200; // characters, and so many left
  const REPLY_TIMEOUT = 20_000; // milliseconds, as all below
  const FIRST_RETRY = 3_000, SLOWEST_RETRY = 30_000;
  const LOOKING_UP_AFTER = 1_000, ANNOUNCEMENT_STAYS = 5_000; // a quick answer needs no "looking it up" before it

  const CSS = `
    :host { all: initial; color-scheme: light dark; display: block; height: 40rem; max-height: 90vh;
      --ground: #f4f7f6; --card: #fff; --tint: #d9ebe9; --text: #1c2b2d; --quiet: #4d5f60; --notice: #fff6e0;
      --accent: #0d5961; --on-accent: #fff; --line: #d3dedc; --edge: #6b8182; }
    @media (prefers-color-scheme: dark) { :host {
      --ground: #12191b; --card: #1c2628; --tint: #1b4248; --text: #e5edec; --quiet: #a9bbba; --notice: #38301a;
      --accent: #82ced3; --on-accent: #06282c; --line: #314042; --edge: #7d9394; } }
    :host([page]) { position: fixed; inset: 0; height: auto; max-height: none; }
    :host([floating]) { position: fixed; z-index: 99999; height: 0; }
    :host([hidden]), [hidden] { display: none !important; } * { box-sizing: border-box; margin: 0; padding: 0; }
    .panel, .launcher { font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
    .panel { display: flex; flex-direction: column; height: 100%; background: var(--ground); color: var(--text); }
    :host([floating]) .panel, .launcher { position: fixed; right: 1rem; bottom: 1rem; box-shadow: 0 .4rem 1.5rem #0004; }
    :host([floating]) .panel { width: min(27rem, 100vw - 2rem); height: min(44rem, 100vh - 2rem); overflow: hidden;
      border: 1px solid var(--edge); border-radius: 1rem; }
    .top, .composer { padding: .6rem 1rem; background: var(--card); box-shadow: 0 0 0 1px var(--line); }
    .top { display: flex; gap: .5rem; align-items: center; }
    .title { flex: 1; min-width: 0; }
    .name, ::slotted(h1) { margin: 0; color: var(--accent); font-size: 1.2rem; font-weight: 650; line-height: 1.35; }
    .tagline, ::slotted(p) { margin: 0; font-size: .9rem; line-height: 1.4; }
    button, textarea { min-height: 2.75rem; padding: .4rem .9rem; font: inherit; }
    button, textarea, .notice { border: 1px solid var(--edge); border-radius: .75rem; }
    button { min-width: 2.75rem; background: var(--card); color: var(--accent); line-height: 1.35; cursor: pointer; }
    button:hover { background: var(--tint); color: var(--text); }
    .launcher, .send { background: var(--accent); color: var(--on-accent); font-weight: 600; }
    .launcher { padding: .6rem 1.3rem; border-radius: 2rem; }
    [aria-disabled=true], [aria-disabled=true]:hover { background: transparent; color: var(--quiet);
      border: 1px dashed var(--edge); cursor: not-allowed; }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; } .log:focus-visible { outline-offset: -3px; }
    .launcher:focus-visible { outline-color: var(--on-accent); outline-offset: -6px; }
    .log { position: relative; flex: 1; min-height: 0; overflow-y: auto; padding: 1rem; scroll-padding: 1rem; }
    .log > *, .composer > * { max-width: 46rem; margin-inline: auto; }
    .message { width: fit-content; margin-bottom: 1rem; padding: .8rem 1.1rem; border-radius: 1rem; list-style: none;
      overflow-wrap: anywhere; }
    .bot { max-width: min(100%, 65ch); border: 1px solid var(--line); border-top-left-radius: .25rem; background: var(--card); }
    .user { max-width: min(88%, 55ch); margin-left: auto; background: var(--tint); border-bottom-right-radius: .25rem;
      white-space: pre-wrap; }
    .bot > :not(.quiet) + * { margin-top: .5rem; }
    .bot > .heading { margin-top: .9rem; font-weight: 650; }
    .bot ul { padding-left: 1.2em; list-style: disc; } .picture { display: block; max-width: 100%; height: auto; }
    .lead { font-size: 1.08rem; font-weight: 550; line-height: 1.5; }
    .sources { padding-top: .5rem; border-top: 1px solid var(--line); font-size: .875rem; }
    .sources, .hint, .looking-up, .tagline, ::slotted(p) { color: var(--quiet); } a { color: var(--accent); }
    .choices { display: flex; flex-wrap: wrap; gap: .5rem; padding-top: .4rem; } .choices button { text-align: start; }
    .looking-up { padding: 0 1.1rem 1rem; } .looking-up::after { content: ' …'; }
    @keyframes breathe { 50% { opacity: .2; } }
    @media (prefers-reduced-motion: no-preference) {
      .log { scroll-behavior: smooth; } .looking-up::after { animation: breathe 2.4s ease-in-out infinite; } }
    .notice { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin-bottom: .7rem;
      padding: .6rem .9rem; background: var(--notice); }
    .notice p { flex: 1 1 14rem; }
    .form { display: grid; grid-template-columns: 1fr auto; gap: .35rem .6rem; align-items: end; }
    label, .hint, .note { grid-column: 1 / -1; font-size: .875rem; line-height: 1.4; } label { font-weight: 600; }
    textarea { width: 100%; max-height: 9rem; resize: none; background: var(--ground); color: inherit; }
    .quiet { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: pre; }
    @media (max-height: 30rem) { .tagline, ::slotted(p), .hint { display: none; } }
    @media (max-width: 30rem) { .log, .top, .composer { padding-inline: .75rem; }
      :host([floating]) .panel { inset: 0; width: auto; height: auto; border: 0; border-radius: 0; } }`;

  /* ---- small helpers ---- */

  // Every text reaches the page through here, as text: nothing a bot or user writes can become markup.
  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === 'function') element.addEventListener(name, value);
      else element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  }

  function newConversation() {
    const random = crypto.getRandomValues(new Uint8Array(16));
    const sender = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return { sender, entries: [], draft: '', pending: null };
  }

  function botEntry({ text, buttons, image }) {
    const button = ({ title, payload }) => ({ title: String(title), payload: String(payload ?? title) });
    return { who: 'bot', text: String(text ?? ''), image: String(image ?? ''), buttons: (buttons ?? []).map(button) };
  }

  async function fetchJson(url, options = {}, request = new AbortController()) {
    const timer = setTimeout(() => request.abort(), REPLY_TIMEOUT);
    try {
      const response = await fetch(url, { credentials: 'omit', cache: 'no-store', signal: request.signal, ...options });
      if (!response.ok) throw Object.assign(new Error('refused'), { status: response.status });
      return await response.json();
    } finally { clearTimeout(timer); }
  }

  // Some browsers forbid storage to embedded pages; the chat then lives until the page is left.
  function readStored(key) { try { return JSON.parse(sessionStorage.getItem(key)); } catch { return null; } }
  function store(key, value) { try { sessionStorage.setItem(key, JSON.stringify(value)); } catch { /* as above */ } }

  /* ---- from the text of a message to elements ---- */

  function withLinks(line, newTab) {
    return line.split(/(https?:\/\/[^\s<>"']+)/).flatMap((part, index) => {
      if (index % 2 === 0) return part;
      const url = part.replace(part.includes('(') ? /[.,;:!?]+$/ : /[.,;:!?)\]]+$/, '');
      const hidden = make('span', { class: 'quiet' }, newTab);
      const link = make('a', { href: url, rel: 'noopener noreferrer', target: '_blank' }, url, hidden);
      return [link, part.slice(url.length)];
    });
  }

  function kindOf(line, index, { length }) {
    if (line.startsWith('• ')) return 'item';
    if (index === 0) return 'lead';
    if (line.startsWith('Sources:') && index === length - 1) return 'sources';
    return line.endsWith(':') ? 'heading' : 'plain';
  }

  function paragraphsOf(text, newTab) {
    const blocks = [];
    const lines = text.split('\n').map((line) => line.trim()).filter(Boolean);
    lines.forEach((line, index) => {
      const kind = kindOf(line, index, lines);
      if (kind !== 'item') return blocks.push(make('p', { class: kind }, ...withLinks(line, newTab)));
      if (blocks.at(-1)?.localName !== 'ul') blocks.push(make('ul'));
      return blocks.at(-1).append(make('li', {}, ...withLinks(line.slice(2), newTab)));
    });
    return blocks;
  }

  function pictureOf(address) { // an SVG as a data: address, whose title says what it shows
    const svg = decodeURIComponent(address.slice(address.indexOf(',') + 1));
    const title = new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('title');
    return make('img', { class: 'picture', src: address, alt: title?.textContent ?? '' });
  }

  /* ---- the component ---- */

  class WaymarkChat extends HTMLElement {
    texts = {};

    connectedCallback() {
      this.lang = this.language;
      if (!this.shadowRoot) this.build();
      if (this.floating) this.loadTexts().catch(() => {}); // words for the button; the rest waits until it is opened
      else this.begin();
    }

    get floating() { return this.hasAttribute('floating'); }

    get language() {
      const wanted = (this.lang || document.documentElement.lang).slice(0, 2).toLowerCase();
      return LANGUAGES.includes(wanted) ? wanted : LANGUAGES[0];
    }

    address(path) {
      const server = this.getAttribute('server');
      return new URL(path, server ? new URL(server.replace(/\/*$/, '/'), document.baseURI) : HOME).href;
    }

    /* -- words: each element with data-text or data-label gets them, and again once the texts have arrived -- */
    async loadTexts() {
      if (this.texts.name) return;
      this.texts = await fetchJson(this.address(`texts.${this.language}.json`));
      for (const element of this.shadowRoot.querySelectorAll('[data-text], [data-label]')) this.word(element);
    }

    say(key, values = {}) {
      return (this.texts[key] ?? BUILT_IN[key] ?? '').replace(/\{(\w+)\}/g, (_, name) => values[name]);
    }

    word(element, key = element.dataset.text) {
      if (key) [element.dataset.text, element.textContent] = [key, this.say(key)];
      if (element.dataset.label) element.setAttribute('aria-label', this.say(element.dataset.label));
      return element;
    }

    worded(tag, key, attributes = {}) { return this.word(make(tag, attributes), key); }

    button(key, click, attributes = {}) { return this.worded('button', key, { type: 'button', click, ...attributes }); }

    /* -- the parts of the window -- */
    build() {
      const sheet = new CSSStyleSheet(); // unlike a <style> element, allowed by style-src 'self'
      sheet.replaceSync(CSS);
      this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
      this.history = make('ol', { role: 'list' }); // Safari drops list semantics with list-style: none
      this.lookingUp = this.worded('p', 'looking_up', { class: 'looking-up', hidden: '' });
      const log = { class: 'log', role: 'region', tabindex: '0', 'data-label': 'conversation' };
      this.log = this.word(make('div', log, this.history, this.lookingUp));
      this.live = make('div', { class: 'quiet', 'aria-live': 'polite' });
      const dialog = this.floating && { role: 'dialog', 'aria-label': BUILT_IN.name, hidden: '' };
      const keydown = (event) => { if (event.key === 'Escape' && !event.isComposing && this.floating) this.close(); };
      this.panel = make('div', { class: 'panel', keydown, ...dialog }, this.buildTop(), this.log, this.buildComposer());
      this.launcher = this.button('open', () => this.open(), { class: 'launcher', 'aria-haspopup': 'dialog' });
      this.launcher.hidden = !this.floating;
      this.shadowRoot.append(this.launcher, this.panel, this.live);
      window.addEventListener('offline', () => { if (this.state && this.status !== 'waiting') this.lost(); });
      window.addEventListener('online', () => { if (this.status === 'gone') this.connect(); });
    }

    buildTop() {
      const own = [this.worded('p', 'name', { class: 'name' }), this.worded('p', 'tagline', { class: 'tagline' })];
      const slot = make('slot', { name: 'header' }, ...own); // a page may bring its own heading instead
      const top = make('div', { class: 'top' }, make('div', { class: 'title' }, slot));
      top.append(this.button('start_over', () => this.startOver()));
      if (this.floating) top.append(this.button('close', () => this.close()));
      return top;
    }

    buildComposer() {
      this.noticeText = make('p');
      this.retryButton = this.button('retry', () => this.retry());
      this.notice = make('div', { class: 'notice', hidden: '' }, this.noticeText, this.retryButton);
      this.box = make('textarea', { id: 'box', rows: '1', maxlength: LIMIT, 'aria-describedby': 'hint note',
        input: () => this.fillBox(this.box.value), keydown: (event) => this.whenKeyed(event) });
      this.sendButton = this.button('send', () => this.sendTyped(), { class: 'send' });
      this.note = make('p', { class: 'note', id: 'note' });
      const form = make('div', { class: 'form' }, this.worded('label', 'question', { for: 'box' }), this.box,
        this.sendButton, this.note, this.worded('p', 'hint', { class: 'hint', id: 'hint' }));
      return make('div', { class: 'composer' }, this.notice, form);
    }

    /* -- opening and closing the floating window -- */
    open({ focus = true } = {}) {
      this.panel.hidden = false;
      this.launcher.hidden = true;
      this.begin();
      this.growBox();
      this.scrollTo(this.history.lastElementChild, 'instant');
      // On touch screens a focused text box brings up the keyboard, over the very welcome to be read.
      if (focus) (matchMedia('(pointer: coarse)').matches ? this.log : this.box).focus();
    }

    close() {
      this.panel.hidden = true;
      this.launcher.hidden = false;
      this.launcher.focus();
    }

    /* -- the conversation, kept for this tab -- */
    async begin() {
      if (this.state) return;
      this.storeKey = `waymark-chat ${this.address('')}`;
      this.state = { ...newConversation(), ...readStored(this.storeKey) };
      this.setStatus('connecting');
      await this.loadTexts().catch(() => {});
      this.fillBox(this.box.value || this.state.draft);
      const { entries, pending } = this.state;
      if (!entries.length) return void this.connect();
      entries.forEach((entry) => this.show(entry));
      this.setStatus('ready');
      if (pending) this.tell('interrupted', { retry: true });
      this.scrollTo(this.history.lastElementChild, 'instant');
    }

    add(entry) {
      this.state.entries.push(entry);
      store(this.storeKey, this.state);
      return this.show(entry);
    }

    startOver() {
      const [welcome] = this.state.entries;
      this.request?.abort();
      this.request = null;
      this.state = newConversation();
      this.history.replaceChildren();
      this.notice.hidden = true;
      this.fillBox('');
      this.announce(this.say('started_over'));
      if (welcome) this.add(welcome);
      if (welcome && this.status !== 'gone') this.setStatus('ready');
      else this.connect();
    }

    /* -- showing and announcing -- */
    show({ who, text, buttons, image, documents }) {
      this.shadowRoot.querySelector('.choices')?.remove(); // only the newest message offers choices
      const author = this.worded('span', who === 'user' ? 'you_said' : 'waymark_said', { class: 'quiet' });
      const content = who === 'user' ? [text] : paragraphsOf(text, this.say('new_tab'));
      const item = make('li', { class: `message ${who}`, tabindex: '-1' }, author, ...content);
      if (image) item.append(pictureOf(image));
      if (documents?.length) this.offer(documents, item.appendChild(make('div')));
      if (buttons?.length) item.append(this.choices(buttons));
      this.history.append(item);
      return item;
    }

    async offer(documents, place) { // by a module that only those load who are offered some
      const module = await import(new URL('waymark-documents.js', HOME).href).catch(() => null);
      place.replaceWith(module ? module.documentGroup(documents, this, make) : this.worded('p', 'documents_gone'));
    }

    choices(buttons) {
      const all = buttons.map((each) => make('button', { type: 'button', click: () => this.choose(each) }, each.title));
      return this.word(make('div', { class: 'choices', role: 'group', 'data-label': 'choices' }, ...all));
    }

    // Each announcement is a new element, so that a second one soon after does not swallow the first. It comes
    // from a closed window too: who asked, closed it and works on still wants to hear the answer.
    announce(text) {
      const spoken = make('p', {}, text);
      this.live.append(spoken);
      setTimeout(() => spoken.remove(), ANNOUNCEMENT_STAYS);
    }

    announceAnswer(entries) {
      const choices = entries.at(-1).buttons.length;
      const follow = choices ? [this.say('choices_follow', { n: choices })] : [];
      this.announce(this.say('waymark_said') + [...entries.map((entry) => entry.text), ...follow].join('\n'));
    }

    scrollTo(item, behavior) { if (item) this.log.scrollTo({ top: item.offsetTop - 12, behavior }); }

    tell(key, { retry = false } = {}) {
      if (!this.notice.hidden && this.noticeText.dataset.text === key) return; // told already
      if (!retry && this.shadowRoot.activeElement === this.retryButton) this.log.focus({ preventScroll: true });
      this.word(this.noticeText, key);
      this.retryButton.hidden = !retry;
      this.notice.hidden = false;
      this.announce(this.noticeText.textContent);
      if (this.state.pending) this.scrollTo(this.history.lastElementChild); // the notice took some of its room
    }

    setStatus(status) {
      this.status = status;
      const waiting = status === 'waiting';
      this.lookingUp.hidden = !waiting;
      this.word(this.sendButton, waiting ? 'send_wait' : 'send');
      // aria-disabled, not disabled: a button keeps its focus and can say why it waits.
      const blocked = this.shadowRoot.querySelectorAll('.send, .choices button');
      blocked.forEach((button) => button.setAttribute('aria-disabled', String(status !== 'ready')));
      this.noteLimit();
      clearTimeout(this.waitTimer);
      if (waiting) this.waitTimer = setTimeout(() => this.announce(this.say('looking_up')), LOOKING_UP_AFTER);
    }

    /* -- typing -- */
    whenKeyed(event) {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.sendTyped();
    }

    fillBox(text) {
      if (this.box.value !== text) this.box.value = text; // hands off while the user types: input methods dislike it
      this.growBox();
      this.noteLimit();
      this.state.draft = text;
      store(this.storeKey, this.state);
    }

    growBox() {
      this.box.style.height = 'auto';
      this.box.style.height = `${this.box.scrollHeight + 2}px`;
    }

    noteLimit() {
      const left = LIMIT - this.box.value.length;
      const near = left <= NEAR_LIMIT;
      this.note.textContent = near ? this.say('characters_left', { n: left, limit: LIMIT }) : '';
      if (near && (!this.wasNear || left === 0)) this.announce(this.note.textContent); // not at every key
      this.wasNear = near;
    }

    /* -- asking -- */
    mayAsk() {
      if (this.status === 'ready') return true;
      this.note.textContent = this.say(this.status === 'waiting' ? 'still_looking' : 'not_connected');
      this.announce(this.note.textContent);
      return false;
    }

    sendTyped() {
      const text = this.box.value.trim();
      this.box.focus();
      if (!text || !this.mayAsk()) return;
      this.fillBox('');
      this.ask(text, text);
    }

    // The pressed button goes away, so focus needs a new place: the user's new message. From there Tab leads on
    // to the answer and its buttons; and no keyboard rises over the answer on touch screens, as the text box would do.
    choose({ title, payload }) {
      if (this.mayAsk()) this.ask(title, payload).focus({ preventScroll: true });
    }

    ask(text, payload) {
      const item = this.add({ who: 'user', text });
      this.deliver({ text, payload });
      this.scrollTo(item);
      return item;
    }

    retry() {
      const { pending } = this.state;
      (pending ? this.history.lastElementChild : this.log).focus({ preventScroll: true }); // Retry is about to go
      this.notice.hidden = true;
      if (pending) this.deliver(pending);
      else this.connect();
    }

    async deliver(question) {
      clearTimeout(this.retryTimer);
      this.state.pending = question;
      store(this.storeKey, this.state);
      this.notice.hidden = true;
      this.setStatus('waiting');
      const request = this.request = new AbortController();
      const body = JSON.stringify({ sender: this.state.sender, message: question.payload });
      const post = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body };
      try {
        const replies = await fetchJson(this.address('webhooks/rest/webhook'), post, request);
        if (request === this.request) this.receive(replies);
      } catch (error) {
        if (request === this.request) this.failed(error.status); // else the user has started over
      }
    }

    receive(replies) {
      // Rasa sends the picture of a message behind it, as a message of its own.
      const entries = replies.flatMap((reply, index) => (reply.text || reply.buttons?.length
        ? botEntry({ ...reply, image: replies[index + 1]?.image }) : []));
      if (!entries.length) entries.push(botEntry({ text: this.say('no_answer') }));
      entries.at(-1).documents = replies.flatMap((reply) => reply.custom?.documents ?? []);
      this.state.pending = null;
      this.setStatus('ready');
      const items = entries.map((entry) => this.add(entry));
      this.announceAnswer(entries);
      this.scrollTo(items[0]); // its top, so that the bottom line is read first
    }

    /* -- when the server is away -- */
    failed(status) {
      if (status !== 413 && status !== 429) return this.lost();
      this.setStatus('ready');
      if (status === 429) return this.tell('too_many', { retry: true });
      const { text } = this.state.pending;
      this.state.pending = null;
      this.fillBox(this.box.value || text); // to be made shorter
      return this.tell('too_long');
    }

    lost(delay = FIRST_RETRY) {
      this.setStatus('gone');
      this.tell(this.state.pending ? 'gone_question_kept' : 'gone', { retry: true });
      clearTimeout(this.retryTimer);
      this.retryTimer = setTimeout(() => this.connect(Math.min(delay * 2, SLOWEST_RETRY)), delay);
    }

    async connect(nextDelay = FIRST_RETRY) {
      clearTimeout(this.retryTimer);
      try {
        await this.loadTexts();
        const welcome = await fetchJson(this.address('welcome.json'));
        if (this.status !== 'waiting') this.connected(welcome);
      } catch {
        if (this.status !== 'waiting' && this.isConnected) this.lost(nextDelay);
      }
    }

    connected({ text, questions }) {
      const { entries, pending } = this.state;
      if (this.status === 'gone') this.tell(pending ? 'back_question_kept' : 'back', { retry: Boolean(pending) });
      this.setStatus('ready');
      if (entries.length) return;
      const welcome = botEntry({ text, buttons: questions });
      this.add(welcome);
      this.announceAnswer([welcome]);
    }
  }

  customElements.define('waymark-chat', WaymarkChat);

  /* ---- embedding by one line ---- */

  function appendFloating() {
    if (document.querySelector('waymark-chat')) return;
    const chat = make('waymark-chat', { floating: '', role: 'complementary', 'aria-label': BUILT_IN.name });
    document.body.append(chat);
    if (script?.dataset.open === 'yes') chat.open({ focus: false });
  }

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', appendFloating);
  else appendFloating();
})();
