// Saves page.html as chromium.mhtml, its script run: node snapshot.js (Debian: chromium, nodejs).
const { spawn } = require('child_process');
const fs = require('fs'), path = require('path'), os = require('os');
const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'snapshot'));
const chrome = spawn('chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--remote-debugging-pipe', '--user-data-dir=' + profile],
  { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
const waiting = new Map();
let id = 0, session, rest = '';
function call(method, params = {}) {
  chrome.stdio[3].write(JSON.stringify({ id: ++id, method, params, sessionId: session }) + '\0');
  return new Promise(done => waiting.set(id, done));
}
chrome.stdio[4].on('data', data => {
  const parts = (rest + data).split('\0');
  rest = parts.pop();
  for (const p of parts) {
    const m = JSON.parse(p);
    if (m.id) waiting.get(m.id)(m.result);
  }
});
(async () => {
  const { targetId } = await call('Target.createTarget', { url: 'file://' + path.join(__dirname, 'page.html') });
  session = (await call('Target.attachToTarget', { targetId, flatten: true })).sessionId;
  await call('Page.enable');
  await new Promise(done => setTimeout(done, 1500));
  const { data } = await call('Page.captureSnapshot', { format: 'mhtml' });
  fs.writeFileSync(path.join(__dirname, 'chromium.mhtml'), data.replaceAll('file://' + __dirname, 'http://www.example.gov.cn'));
  chrome.kill();
  fs.rmSync(profile, { recursive: true, force: true });
})();
