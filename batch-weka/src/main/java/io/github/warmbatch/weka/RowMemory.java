package io.github.warmbatch.weka;

import io.github.warmbatch.training.StateFormatException;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** A bounded number of the rows that were learned, their numbers as they were, the class last. */
sealed interface RowMemory permits RowWindow, BalancedReservoir {

  /** Takes a row, which is copied, and may drop another, or this. */
  void add(double[] row);

  /** The rows that are kept, in the order in which they are to be learned. */
  List<double[]> rows();

  /** How many rows of the class one that is kept stands for. */
  double worth(int label);

  void write(DataOutput out) throws IOException;

  /** Reads what one like this wrote, for as many classes or fewer, into this empty one. */
  void read(StateInput in) throws StateFormatException;
}
