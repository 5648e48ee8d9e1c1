package io.github.warmbatch.weka;

import io.github.warmbatch.dataset.Column;
import io.github.warmbatch.dataset.TextColumn;
import io.github.warmbatch.training.StateFormatException;
import java.io.DataOutput;
import java.io.IOException;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A text as the number that it got when it was first met. When the numbers are used up, all others
 * share one more. Until then, one that was never met in training counts as missing. Values are told
 * apart by a fingerprint of 64 bits, so that their length never reaches the state.
 */
final class TextEncoder implements ColumnEncoder {
  private final int capacity;
  private final CategoryCoding coding;
  private final Map<Long, Integer> codes;

  private TextEncoder(int capacity, CategoryCoding coding, Map<Long, Integer> codes) {
    this.capacity = capacity;
    this.coding = coding;
    this.codes = codes;
  }

  /** One that has met nothing. */
  static TextEncoder initial(int capacity, CategoryCoding coding) {
    return new TextEncoder(capacity, coding, Map.of());
  }

  @Override
  public TextEncoder having(Column column) {
    TextColumn text = (TextColumn) column;
    Map<Long, Integer> grown = new LinkedHashMap<>(codes);
    BitSet seen = new BitSet();
    for (int row = 0; row < text.rows() && grown.size() < capacity; row++) {
      int value = text.codes()[row];
      if (value >= 0 && !seen.get(value)) {
        seen.set(value);
        grown.putIfAbsent(fingerprint(text.dictionary().get(value)), grown.size());
      }
    }
    return grown.size() == codes.size() ? this : new TextEncoder(capacity, coding, grown);
  }

  @Override
  public List<Integer> attributes() {
    return coding.attributes(capacity + 1);
  }

  @Override
  public ColumnFiller over(Column column) {
    TextColumn text = (TextColumn) column;
    int[] ofDictionary = text.dictionary().stream().mapToInt(this::code).toArray();
    return coding.filler(
        capacity + 1,
        row -> text.isMissing(row) ? CategoryCoding.NONE : ofDictionary[text.codes()[row]]);
  }

  private int code(String text) {
    int unmet = codes.size() < capacity ? CategoryCoding.NONE : capacity;
    return codes.getOrDefault(fingerprint(text), unmet);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(codes.size());
    for (long fingerprint : codes.keySet()) {
      out.writeLong(fingerprint);
    }
  }

  @Override
  public TextEncoder read(StateInput in) throws StateFormatException {
    int size = in.count("a number of text values", capacity);
    Map<Long, Integer> read = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      read.put(in.big("a text value"), i);
    }
    if (read.size() != size) {
      throw new StateFormatException("A text value is listed twice");
    }
    return new TextEncoder(capacity, coding, read);
  }

  /** FNV-1a. */
  private static long fingerprint(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
