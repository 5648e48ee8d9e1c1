package io.github.warmbatch.learner;

/**
 * A question.
 *
 * @param feature what it asks for
 * @param threshold the highest code that goes left
 * @param gain what it is worth
 */
record Split(int feature, int threshold, double gain) {
  /** No question worth asking. */
  static final Split NONE = new Split(-1, 0, 1e-9);

  boolean exists() {
    return feature >= 0;
  }
}
