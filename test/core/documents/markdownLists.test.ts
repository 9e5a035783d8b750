import assert from 'node:assert/strict';
import { places } from '../../support/places';

function leadIn(marked: string, expected: string | undefined): void {
  for (const { name, place } of places('markdown', marked)) assert.equal(place.leadIn, expected, name);
}

suite('Markdown lists', () => {
  test('an item is led in by the paragraph above it', () => {
    leadIn('CCM controls:\n- a\n- ⟦IAM-14⟧\n', 'CCM controls:');
    leadIn('CCM controls:\n\n- a\n\n- ⟦IAM-14⟧\n', 'CCM controls:');
  });

  test('any mark makes an item', () => {
    for (const mark of ['-', '*', '+', '1.', '12)']) leadIn(`Lead\n\n${mark} ⟦x⟧\n`, 'Lead');
  });

  test('an inner item is led in by the item that holds it', () => {
    leadIn('Lead\n\n- CCM 4.1\n  - ⟦IAM-14⟧\n', '- CCM 4.1');
    leadIn('Lead\n\n- CCM 4.1\n  - a\n- ⟦IAM-14⟧\n', 'Lead');
  });

  test('a line that goes on with an item is led in as it', () => {
    leadIn('Lead\n\n- a\n  ⟦IAM-14⟧\n', 'Lead');
    leadIn('Lead\n\n- a\n⟦IAM-14⟧\n', 'Lead');
  });

  test('text after the list is led in by nothing', () => leadIn('Lead\n\n- a\n\n⟦x⟧\n', undefined));

  test('a list right below a heading is led in by nothing', () => {
    leadIn('Before\n\n# A\n\n- ⟦x⟧\n', undefined);
  });

  test('the last paragraph leads in', () => leadIn('One\n\nTwo\n\n- ⟦x⟧\n', 'Two'));

  test('what only looks like an item is none', () => {
    leadIn('Lead\n\n-⟦x⟧\n', undefined);
    leadIn('Lead\n\n1.⟦x⟧\n', undefined);
  });

  test('a fence inside an item, its closing mark indented', () => {
    for (const { place } of places('markdown', 'Lead\n\n- a\n  ```yaml\n  ⟦x⟧: 1\n  ```\n- b\n'))
      assert.equal(place.inFence, true);
    leadIn('Lead\n\n- a\n  ```yaml\n  x: 1\n  ```\n- ⟦b⟧\n', 'Lead');
    for (const { place } of places('markdown', 'Lead\n\n- a\n  ```\n  x\n  ```\n- ⟦b⟧\n'))
      assert.equal(place.inFence, false);
  });
});
