package io.github.warmbatch.dataset;

import org.jspecify.annotations.Nullable;

/**
 * What a pickle asks to be made: a name, and what it is to be made from. Nothing is ever made; the
 * readers of tables look at the parts.
 */
final class PickleObject {
  private final PickleGlobal type;
  private final PickleTuple arguments;
  private @Nullable Object state;

  PickleObject(PickleGlobal type, PickleTuple arguments) {
    this.type = type;
    this.arguments = arguments;
  }

  /**
   * The value as an object of a type.
   *
   * @param what the value is for, as the message is to name it
   * @throws DatasetException when it is none
   */
  static PickleObject require(Object value, PickleGlobal type, String what) {
    PickleObject object = Kinds.require(value, PickleObject.class, what);
    if (object.type != type) {
      throw new DatasetException(
          "the pickle has %s where it should have %s".formatted(object.type, what));
    }
    return object;
  }

  PickleGlobal type() {
    return type;
  }

  boolean isOf(PickleGlobal other) {
    return type == other;
  }

  PickleTuple arguments() {
    return arguments;
  }

  void state(Object newState) {
    state = newState;
  }

  /**
   * The state, of the kind that pandas writes.
   *
   * @throws DatasetException when there is none, or it is of another kind
   */
  <T> T state(Class<T> kind) {
    Object present = state;
    if (present == null) {
      throw new DatasetException("the pickle leaves %s without content".formatted(type));
    }
    return Kinds.require(present, kind, "the content of " + type);
  }

  /** Whether a state came with it. */
  boolean hasState() {
    return state != null;
  }

  @Override
  public String toString() {
    return type.toString();
  }
}
