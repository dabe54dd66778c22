// The judgements are kept under the sample's key; what is judged is in the page.
const articles = [...document.querySelectorAll("article")];
let kept = {};
try { kept = JSON.parse(localStorage.getItem(key)) || {}; } catch (e) { /* a browser that keeps nothing */ }

// state is what the page says of one fact.
function state(article) {
  const judgement = article.querySelector("input[type=radio]:checked");
  const wrong = [...article.querySelectorAll("input[type=checkbox]:checked")].map(box => box.value);
  return {
    judgement: judgement ? judgement.value : "",
    wrong: judgement && judgement.value === "wrong" ? wrong.join(";") : "",
    note: article.querySelector(".note").value,
  };
}

function show() {
  const count = { right: 0, wrong: 0, unsure: 0 };
  for (const article of articles) {
    const s = state(article);
    article.dataset.judgement = s.judgement;
    if (s.judgement) count[s.judgement]++;
  }
  const done = count.right + count.wrong + count.unsure;
  document.getElementById("done").value = done;
  document.getElementById("count").textContent = english
    ? `${done}/${articles.length} judged: ${count.right} right, ${count.wrong} wrong, ${count.unsure} unsure`
    : `已判断 ${done}/${articles.length}：对 ${count.right}，错 ${count.wrong}，不确定 ${count.unsure}`;
}

function keep(article) {
  kept[articles.indexOf(article)] = state(article);
  try { localStorage.setItem(key, JSON.stringify(kept)); } catch (e) { /* the download still has all */ }
  show();
}

function choose(article, judgement) {
  article.querySelector(`input[value=${judgement}]`).checked = true;
  keep(article);
}

function move(to) {
  if (!to) return;
  to.focus({ preventScroll: true });
  to.scrollIntoView({ block: "nearest" });
}

articles.forEach((article, i) => {
  const s = kept[i];
  if (s) {
    if (s.judgement) article.querySelector(`input[value=${s.judgement}]`).checked = true;
    for (const name of (s.wrong || "").split(";").filter(Boolean)) article.querySelector(`input[value=${name}]`).checked = true;
    article.querySelector(".note").value = s.note || "";
  }
  article.addEventListener("input", () => keep(article));
  article.addEventListener("keydown", event => {
    if (event.target.classList.contains("note") || event.ctrlKey || event.metaKey || event.altKey) return;
    const judgement = { 1: "right", 2: "wrong", 3: "unsure" }[event.key];
    if (judgement) choose(article, judgement);
    else if (event.key === "ArrowDown") move(articles[i + 1]);
    else if (event.key === "ArrowUp") move(articles[i - 1]);
    else return;
    event.preventDefault();
    if (judgement && judgement !== "wrong") move(articles[i + 1]);
  });
});

document.getElementById("next").addEventListener("click", () => move(articles.find(a => !state(a).judgement)));

// table is the CSV that extract audit score reads.
function table() {
  const field = s => /[",\r\n]/.test(s) ? `"${s.replace(/"/g, '""')}"` : s;
  const guard = s => /^[=+\-@'＝＋－＠\t]/.test(s) ? "'" + s : s;
  const lines = [columns].concat(rows.map((row, i) => {
    const s = state(articles[i]);
    return row.slice(0, -3).concat([s.judgement, s.wrong, guard(s.note.replace(/[\r\n]+/g, " "))]);
  }));
  return "\uFEFF" + lines.map(row => row.map(field).join(",") + "\r\n").join("");
}

document.getElementById("download").addEventListener("click", () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([table()], { type: "text/csv" }));
  link.download = "audit-judged.csv";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
});

show();
