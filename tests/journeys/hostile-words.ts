/** What a person could write to make a card say something else: marks, links, tags, templates, turned letters. */
export const hostile =
  '**Godkendt** [her](https://evil.example) <b>fed</b> <script>alert(1)</script> ${name} {{DATE(2024-01-01)}} \u202Etxet\u202C `kode` &amp; ![x](https://evil.example/x.png)';

/** The same as it must come out: to the letter, without what is unseen, and a blank where a template would begin. */
export const shownAsWritten =
  '**Godkendt** [her](https://evil.example) <b>fed</b> <script>alert(1)</script> $ {name} { {DATE(2024-01-01)}} txet `kode` &amp; ![x](https://evil.example/x.png)';
