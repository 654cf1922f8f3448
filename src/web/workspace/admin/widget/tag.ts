/** What a page takes to show the widget. */
export function tagOf(key: string): string {
  return `<script src="${location.origin}/widget/loader.js" data-key="${key}" async></script>`;
}
