package io.github.warmbatch.learner;

import java.util.Arrays;

/**
 * Rows of past batches, kept to be learned from again. Rows stand in the order in which they came;
 * those of one batch and kind stand together. For one thread.
 */
final class Reservoir {
  private final int width;
  private byte[] codes;
  private int[] batches;
  private Kind[] kinds;
  private int[] labels;
  private float[] weights;
  private float[] margins;
  private int size;

  /** Why a row is kept. */
  enum Kind {
    /** It is to be found. */
    POSITIVE,
    /** It is not, but looked much like it. */
    HARD,
    /** It stands for many like it. */
    COMMON
  }

  /**
   * What is kept of a row beside its codes.
   *
   * @param batch the number of its batch
   * @param kind why it is kept
   * @param label the number of its class
   * @param weight how many rows it stands for
   * @param margin what the trees and what is below them say of it
   */
  record Item(int batch, Kind kind, int label, float weight, float margin) {}

  /** An empty reservoir for rows so wide. */
  Reservoir(int width) {
    this(width, 0);
  }

  /** An empty reservoir with room for so many rows before it grows. */
  Reservoir(int width, int room) {
    this.width = width;
    codes = new byte[Math.multiplyExact(room, width)];
    batches = new int[room];
    kinds = new Kind[room];
    labels = new int[room];
    weights = new float[room];
    margins = new float[room];
  }

  int size() {
    return size;
  }

  int width() {
    return width;
  }

  /** The rows' codes; not a copy, and longer than there are rows. */
  Codes codes() {
    return new Codes(codes, width);
  }

  int batch(int row) {
    return batches[row];
  }

  Kind kind(int row) {
    return kinds[row];
  }

  boolean isPositive(int row) {
    return kinds[row] == Kind.POSITIVE;
  }

  int label(int row) {
    return labels[row];
  }

  float weight(int row) {
    return weights[row];
  }

  float margin(int row) {
    return margins[row];
  }

  void setMargin(int row, double margin) {
    margins[row] = (float) margin;
  }

  int positives() {
    int count = 0;
    for (int row = 0; row < size; row++) {
      count += isPositive(row) ? 1 : 0;
    }
    return count;
  }

  /** Adds a row whose codes begin there. */
  void add(byte[] from, int start, Item item) {
    if (size == batches.length) {
      grow(Math.max(256, size + (size >> 1)));
    }
    System.arraycopy(from, start, codes, size * width, width);
    batches[size] = item.batch;
    kinds[size] = item.kind;
    labels[size] = item.label;
    weights[size] = item.weight;
    margins[size] = item.margin;
    size++;
  }

  /** Lets go of all rows but these, which are ascending, and multiplies their weights. */
  void retain(int[] rows, float[] factors) {
    for (int to = 0; to < rows.length; to++) {
      int from = rows[to];
      if (from != to) {
        System.arraycopy(codes, from * width, codes, to * width, width);
      }
      batches[to] = batches[from];
      kinds[to] = kinds[from];
      labels[to] = labels[from];
      weights[to] = weights[from] * factors[to];
      margins[to] = margins[from];
    }
    size = rows.length;
  }

  private void grow(int room) {
    codes = Arrays.copyOf(codes, Math.multiplyExact(room, width));
    batches = Arrays.copyOf(batches, room);
    kinds = Arrays.copyOf(kinds, room);
    labels = Arrays.copyOf(labels, room);
    weights = Arrays.copyOf(weights, room);
    margins = Arrays.copyOf(margins, room);
  }
}
