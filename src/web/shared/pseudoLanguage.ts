/** A made-up language by which a test sees what a real one would break: longer by two fifths, and marked at both ends. */
export const pseudoLanguage = 'en-XA';
