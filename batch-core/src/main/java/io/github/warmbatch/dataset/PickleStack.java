package io.github.warmbatch.dataset;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The stack that a pickle works with, and its marks. It grows by one for an opcode at most, so that
 * it is never larger than the pickle.
 */
final class PickleStack {
  private Object[] values = new Object[64];
  private int size;
  private int[] marks = new int[16];
  private int depth;

  void push(Object value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, grown(size));
    }
    values[size++] = value;
  }

  Object pop() {
    Object top = peek();
    size--;
    return top;
  }

  Object peek() {
    if (size <= floor()) {
      throw new DatasetException("the pickle takes a value that it did not bring (damaged?)");
    }
    return values[size - 1];
  }

  <T> T pop(Class<T> type, String what) {
    return Kinds.require(pop(), type, what);
  }

  <T> T peek(Class<T> type, String what) {
    return Kinds.require(peek(), type, what);
  }

  /** The value on top, which a mark may cover, or null where there is none at all. */
  @Nullable Object top() {
    return size == 0 ? null : values[size - 1];
  }

  /** Remembers how high the stack is. */
  void mark() {
    if (depth == marks.length) {
      marks = Arrays.copyOf(marks, grown(depth));
    }
    marks[depth++] = size;
  }

  /** Takes off what was pushed since the last mark, and the mark. */
  Object[] popToMark() {
    if (depth == 0) {
      throw new DatasetException("the pickle goes back to a mark that it did not set (damaged?)");
    }
    int mark = marks[--depth];
    Object[] popped = Arrays.copyOfRange(values, mark, size);
    size = mark;
    return popped;
  }

  private int floor() {
    return depth == 0 ? 0 : marks[depth - 1];
  }

  private static int grown(int length) {
    return (int) Math.min(Integer.MAX_VALUE - 8L, 2L * length);
  }
}
