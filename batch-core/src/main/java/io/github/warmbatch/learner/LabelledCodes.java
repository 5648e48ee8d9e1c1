package io.github.warmbatch.learner;

import java.util.stream.IntStream;

/**
 * A batch as the models learn it.
 *
 * @param codes the rows
 * @param labels for each row the number of its class
 * @param positive for each row whether that is one to be found
 * @param silent for each feature whether it is to be left alone
 */
record LabelledCodes(Codes codes, int[] labels, boolean[] positive, boolean[] silent) {

  int rows() {
    return labels.length;
  }

  int positives() {
    int count = 0;
    for (boolean is : positive) {
      count += is ? 1 : 0;
    }
    return count;
  }

  /** The features that may be looked at. */
  int[] usable() {
    return IntStream.range(0, silent.length).filter(feature -> !silent[feature]).toArray();
  }
}
