import assert from 'node:assert/strict';
import { places } from '../../support/places';

function leadIn(marked: string, expected: string | undefined): void {
  for (const { name, place } of places('markdown', marked)) assert.equal(place.leadIn, expected, name);
}

suite('the lead-in of an item of a Markdown list', () => {
  test('is the paragraph above the list', () => {
    leadIn('CCM controls:\n- a\n- ⟦IAM-14⟧\n', 'CCM controls:');
    leadIn('CCM controls:\n\n- a\n\n- ⟦IAM-14⟧\n', 'CCM controls:');
  });

  test('is found for any list mark', () => {
    for (const mark of ['-', '*', '+', '1.', '12)']) leadIn(`Lead\n\n${mark} ⟦x⟧\n`, 'Lead');
  });

  test('is the outer item for an inner one', () => {
    leadIn('Lead\n\n- CCM 4.1\n  - ⟦IAM-14⟧\n', '- CCM 4.1');
    leadIn('Lead\n\n- CCM 4.1\n  - a\n- ⟦IAM-14⟧\n', 'Lead');
  });

  test('holds for the lines that continue the item', () => {
    leadIn('Lead\n\n- a\n  ⟦IAM-14⟧\n', 'Lead');
    leadIn('Lead\n\n- a\n⟦IAM-14⟧\n', 'Lead');
  });

  test("doesn't hold for text after the list", () => leadIn('Lead\n\n- a\n\n⟦x⟧\n', undefined));

  test('is absent right below a heading', () => {
    leadIn('Before\n\n# A\n\n- ⟦x⟧\n', undefined);
  });

  test('is the last of several paragraphs', () => leadIn('One\n\nTwo\n\n- ⟦x⟧\n', 'Two'));

  test('is absent for a line that only looks like an item', () => {
    leadIn('Lead\n\n-⟦x⟧\n', undefined);
    leadIn('Lead\n\n1.⟦x⟧\n', undefined);
  });

  test('holds after a fence inside the item whose closing mark is indented', () => {
    for (const { place } of places('markdown', 'Lead\n\n- a\n  ```yaml\n  ⟦x⟧: 1\n  ```\n- b\n'))
      assert.equal(place.inFence, true);
    leadIn('Lead\n\n- a\n  ```yaml\n  x: 1\n  ```\n- ⟦b⟧\n', 'Lead');
    for (const { place } of places('markdown', 'Lead\n\n- a\n  ```\n  x\n  ```\n- ⟦b⟧\n'))
      assert.equal(place.inFence, false);
  });
});
