// What a page's own words suffer: cut off at an edge, written over one another, or wider than the window.
// Only words in the made-up language count (they are marked ⟦…⟧): what people wrote may be cut where the screen says so.
() => {
  const faults = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const words = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.data.includes('⟦') && !node.data.includes('⟧')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects())
      if (rect.width > 1 && rect.height > 1) words.push({ node, rect, text: node.data.trim().slice(0, 60) });
  }
  for (const { node, rect, text } of words) {
    const edge = clippedBy(node.parentElement, rect);
    // A list's cell may end in dots where the pointer brings out the whole.
    if (edge && !edge.title) faults.push(`cut: ${text} in ${name(edge)}`);
  }
  const seen = words.map(word => ({ ...word, shown: inSight(word) })).filter(isOnTop);
  for (let i = 0; i < seen.length; i++)
    for (let j = i + 1; j < seen.length; j++)
      if (seen[i].node !== seen[j].node && overlap(seen[i].shown, seen[j].shown))
        faults.push(`over one another: ${seen[i].text} / ${seen[j].text}`);
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth - clientWidth} px wider than its window`);
  return [...new Set(faults)];

  // The nearest ancestor that cuts the text off for good. What can be scrolled to is not lost.
  function clippedBy(element, rect) {
    for (let around = element; around && around !== document.body; around = around.parentElement) {
      const style = getComputedStyle(around);
      if (style.position === 'fixed' && !cuts(style)) return null;
      if (isHiddenForEyes(around, style)) return null;
      if (!cuts(style)) {
        if (scrolls(style)) return null;
        continue;
      }
      const box = around.getBoundingClientRect();
      const slack = 1.5;
      if (!scrolls(style, 'X') && (rect.left < box.left - slack || rect.right > box.right + slack)) return around;
      if (!scrolls(style, 'Y') && (rect.top < box.top - slack || rect.bottom > box.bottom + slack)) return around;
    }
    return null;
  }

  // What is left of a text's box after every ancestor that hides what overflows.
  function inSight({ node, rect }) {
    let { left, top, right, bottom } = rect;
    for (let around = node.parentElement; around && around !== document.body; around = around.parentElement) {
      const style = getComputedStyle(around);
      if (!cuts(style) && !scrolls(style)) continue;
      const box = around.getBoundingClientRect();
      [left, top] = [Math.max(left, box.left), Math.max(top, box.top)];
      [right, bottom] = [Math.min(right, box.right), Math.min(bottom, box.bottom)];
    }
    return { left, top, right, bottom };
  }

  function cuts(style) {
    return [style.overflowX, style.overflowY].some(value => value === 'hidden' || value === 'clip');
  }

  function scrolls(style, axis) {
    const values = axis ? [style[`overflow${axis}`]] : [style.overflowX, style.overflowY];
    return values.some(value => value === 'auto' || value === 'scroll');
  }

  // For screen readers alone: one pixel, clipped on purpose.
  function isHiddenForEyes(element, style) {
    return style.clipPath !== 'none' || (element.offsetWidth <= 1 && element.offsetHeight <= 1);
  }

  function isOnTop({ node, shown }) {
    const top = document.elementFromPoint((shown.left + shown.right) / 2, (shown.top + shown.bottom) / 2);
    return top !== null && (top === node.parentElement || top.contains(node) || node.parentElement.contains(top));
  }

  function overlap(one, other) {
    const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    return wide > 2 && high > 3;
  }

  function name(element) {
    return `${element.tagName.toLowerCase()}.${element.className}`.slice(0, 80);
  }
}
