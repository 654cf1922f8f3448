const dark = `
  --bg:#14171a;--panel:#1b1f23;--line:#2b3036;--edge:#79828d;--ink:#e8eaec;--soft:#a3abb5;
  --breach:#ff8787;--warn:#ffb84d;--bubble:#24292e;--own:color-mix(in srgb,var(--brand) 34%,var(--panel));
  --shadow:0 12px 40px rgb(0 0 0/.5);color-scheme:dark`;

/** One sheet for the whole widget. Colours are the desk's; only the brand's own comes from the settings. */
export const styles = `
:host{all:initial;--bg:#f6f6f4;--panel:#fff;--line:#e6e5e1;--edge:#7d848d;--ink:#1d2126;--soft:#5d6570;
  --breach:#c92a2a;--warn:#8a5200;--bubble:#f0f1ef;--own:#e3f1ef;--own:color-mix(in srgb,var(--brand) 12%,var(--panel));
  --shadow:0 12px 40px rgb(0 0 0/.18);color-scheme:light;
  position:fixed;z-index:2147483000;inset:auto 20px 20px auto;color:var(--ink);
  font:15px/1.45 system-ui,"Segoe UI",Inter,sans-serif;font-variant-numeric:tabular-nums}
@media (prefers-color-scheme:dark){:host(:not([data-theme=light])){${dark}}}
:host([data-theme=dark]){${dark}}
:host([data-side=left]){inset:auto auto 20px 20px}
*{box-sizing:border-box;margin:0;font:inherit}
[hidden]{display:none!important}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
h1{font-size:16px;font-weight:600}h2{font-size:17px;font-weight:600;line-height:1.3}
.soft{color:var(--soft)}.error{color:var(--breach);font-size:13px}.error:empty{display:none}
a{color:inherit;text-decoration:underline;text-underline-offset:2px}
button{border:0;background:none;color:inherit;cursor:pointer;border-radius:8px;min-width:24px;min-height:24px}
svg{width:22px;height:22px;display:block;margin:auto;stroke:currentColor;fill:none;stroke-width:1.7;
  stroke-linecap:round;stroke-linejoin:round}
:focus-visible{outline:2px solid var(--ink);outline-offset:2px;box-shadow:0 0 0 2px var(--panel)}

.launcher{display:block;position:relative;width:56px;height:56px;margin-left:auto;border-radius:50%;
  background:var(--brand);color:var(--brand-ink);box-shadow:0 4px 16px rgb(0 0 0/.25)}
:host([data-side=left]) .launcher{margin-left:0}
.launcher svg{width:26px;height:26px}
.badge{position:absolute;top:-4px;right:-4px;min-width:22px;padding:0 6px;border-radius:11px;
  background:#c92a2a;color:#fff;font:600 13px/22px system-ui,sans-serif;text-align:center}
.badge:empty{display:none}

.panel{display:flex;flex-direction:column;width:380px;height:min(640px,calc(100dvh - 116px));margin-bottom:14px;
  background:var(--panel);border:1px solid var(--line);border-radius:16px;box-shadow:var(--shadow);overflow:hidden}
.panel:not([hidden]){animation:rise .16s ease-out}
@keyframes rise{from{opacity:0;transform:translateY(8px)}}
header{display:flex;align-items:center;gap:4px;padding:12px 10px 12px 18px;background:var(--brand);color:var(--brand-ink)}
header img{height:32px;max-width:96px;margin-right:8px;padding:2px;object-fit:contain;border-radius:6px;background:#fff}
header h1{flex:1;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
header button{width:36px;height:36px}
header :focus-visible{outline-color:var(--brand-ink);outline-offset:-3px;box-shadow:none}
.body,.talk{flex:1;min-height:0;display:flex;flex-direction:column}
.confirm{display:flex;align-items:center;gap:8px;padding:10px 18px;border-bottom:1px solid var(--line)}
.confirm p{flex:1}

.primary,.secondary,.danger{padding:9px 16px;font-weight:600;border-radius:9px}
.primary{background:var(--brand);color:var(--brand-ink)}
.secondary{border:1px solid var(--edge)}
.danger{background:#c92a2a;color:#fff}
.link{text-decoration:underline}

.start{display:flex;flex-direction:column;gap:11px;padding:16px 18px 18px;overflow-y:auto}
.row{display:flex;flex-direction:column;gap:4px}
.row label{font-size:14px;font-weight:600}
.side{flex-direction:row;align-items:center;justify-content:space-between}.side select{width:auto;padding:4px 8px;font-size:14px}
input,textarea,select{width:100%;padding:9px 11px;border:1px solid var(--edge);border-radius:9px;
  background:var(--panel);color:var(--ink);font-size:16px}
textarea{resize:none;display:block}
[aria-invalid=true]{border-color:var(--breach);border-width:2px;padding:8px 10px}
.consent{display:grid;grid-template-columns:24px 1fr;gap:4px 8px;align-items:start}
.consent label{font-weight:400}.consent input{width:20px;height:20px;accent-color:var(--brand)}
.consent a,.consent .error{grid-column:2;font-size:14px}

.notice{padding:0 18px;font-size:13px;color:var(--soft);background:var(--bg);border-bottom:1px solid var(--line)}
.notice p{padding:8px 0}.notice p:empty{display:none}.offline{color:var(--warn);font-weight:600}
.log{flex:1;overflow-y:auto;padding:16px 18px;display:flex;flex-direction:column;gap:8px;overscroll-behavior:contain}
.log:focus-visible{outline-offset:-3px;box-shadow:none}
.log>:first-child{margin-top:auto}
.message{max-width:82%;align-self:flex-start;padding:8px 12px;border-radius:14px;background:var(--bubble);
  overflow-wrap:anywhere}
.message p{white-space:pre-wrap}
.message.own{align-self:flex-end;background:var(--own)}
.message.refused{border:1px solid var(--breach)}
.message small,.author{display:block;font-size:12px;color:var(--soft)}
.own small{text-align:right;color:var(--ink);opacity:.8}
.author{font-weight:600}
.file{display:block;padding:4px 0;text-align:left;text-decoration:underline;text-underline-offset:2px}
.system{align-self:center;text-align:center;font-size:13px;color:var(--soft);padding:2px 12px}
.typing{min-height:18px;font-size:13px;color:var(--soft)}

.composer{padding:8px 10px 10px;border-top:1px solid var(--line)}
.composer .error{padding:0 8px 6px}
.line{display:flex;align-items:flex-end;gap:4px}
.line textarea{flex:1;min-height:42px}
.round{width:42px;height:42px;padding:0;border-radius:10px;flex:none;color:var(--soft)}
.round.primary{color:var(--brand-ink)}
.chips{display:flex;flex-wrap:wrap;gap:6px;padding:0 2px 8px;list-style:none}.chips:empty{display:none}
.chips li{display:flex;align-items:center;gap:4px;padding:2px 4px 2px 10px;font-size:13px;border:1px solid var(--edge);
  border-radius:8px;overflow-wrap:anywhere}
.chips svg{width:16px;height:16px}
.ended{display:flex;flex-direction:column;gap:10px;padding:14px 18px 18px;border-top:1px solid var(--line)}

@media (max-width:480px){
  .panel{position:fixed;inset:0;width:100%;height:100dvh;margin:0;border:0;border-radius:0}
  .panel:not([hidden])~.launcher{display:none}
}
@media (prefers-reduced-motion:reduce){*{animation:none!important;scroll-behavior:auto!important}}
@media (forced-colors:active){.message,.launcher,.primary,.danger{border:1px solid}}
@media print{:host{display:none}}
`;
