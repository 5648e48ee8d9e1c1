package io.github.warmbatch.learner;

import io.github.warmbatch.dataset.Column;
import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.dataset.TextColumn;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Turns rows into codes from what it remembers of the batches before, and takes in a batch after
 * the models did. For one thread; a {@linkplain #copy copy} that is only read is for many.
 */
final class FeatureMemory {
  private static final double FADE = 0.97;
  private static final double PRIOR_ROWS = 100;
  private static final double PRIOR_RATE = 0.01;
  private static final int MINUTES_A_CODE = 12;
  private final Layout layout;
  private final List<EntityMemory> memories;
  private final RisingColumns rising;
  private Tally tally;

  /**
   * What was counted over all rows.
   *
   * @param batches how many batches were absorbed
   * @param rows and how many rows, older batches fading
   * @param positives and how many of them were positive
   */
  record Tally(long batches, double rows, double positives) {
    /** The share of positives, drawn a little towards one in a hundred. */
    double rate() {
      return (positives + PRIOR_ROWS * PRIOR_RATE) / (rows + PRIOR_ROWS);
    }
  }

  FeatureMemory(Layout layout, List<EntityMemory> memories, RisingColumns rising, Tally tally) {
    this.layout = layout;
    this.memories = List.copyOf(memories);
    this.rising = rising;
    this.tally = tally;
  }

  /** A memory of nothing, for so many values of each column at most. */
  static FeatureMemory empty(Layout layout, int keys) {
    List<EntityMemory> memories =
        IntStream.range(0, layout.memories())
            .mapToObj(memory -> new EntityMemory(layout.shape(memory), keys))
            .toList();
    int[] numbers = layout.numbers().stream().mapToInt(Layout.Numeric::position).toArray();
    return new FeatureMemory(layout, memories, RisingColumns.watching(numbers), new Tally(0, 0, 0));
  }

  FeatureMemory copy() {
    return new FeatureMemory(
        layout, memories.stream().map(EntityMemory::copy).toList(), rising, tally);
  }

  Layout layout() {
    return layout;
  }

  List<EntityMemory> memories() {
    return memories;
  }

  RisingColumns rising() {
    return rising;
  }

  Tally tally() {
    return tally;
  }

  /** The data set as the memories look at it. */
  Rows rows(DataSet data) {
    return Rows.of(data, layout, tally.batches());
  }

  /** The codes of these rows. */
  Codes describe(Rows rows) {
    Codes codes = Codes.of(rows.count(), layout.width());
    describeNumbers(rows.data(), codes);
    if (layout.hasTime()) {
      describeCalendar(rows.minutes(), codes);
    }
    describeTexts(rows.data(), codes);
    for (int memory = 0; memory < memories.size(); memory++) {
      describeEntities(memory, rows, codes);
    }
    return codes;
  }

  /** Takes in a batch that everything else has learned from. */
  void absorb(Rows rows, boolean[] positive) {
    for (int memory = 0; memory < memories.size(); memory++) {
      memories.get(memory).absorb(rows, memory, positive);
    }
    tally = after(positive);
  }

  /** The share of positives once this batch will have been absorbed. */
  double rateWith(boolean[] positive) {
    return after(positive).rate();
  }

  /** For each feature whether models are to leave it alone: it only counts on. */
  boolean[] silent() {
    boolean[] silent = new boolean[layout.width()];
    for (int number = 0; number < rising.size(); number++) {
      silent[number] = rising.isRising(number);
    }
    return silent;
  }

  private Tally after(boolean[] positive) {
    int positives = 0;
    for (boolean is : positive) {
      positives += is ? 1 : 0;
    }
    return new Tally(
        tally.batches() + 1,
        FADE * tally.rows() + positive.length,
        FADE * tally.positives() + positives);
  }

  private void describeEntities(int number, Rows rows, Codes codes) {
    EntityMemory memory = memories.get(number);
    EntityFeatures features = new EntityFeatures(memory, tally.rate(), codes);
    KeyColumn keys = rows.keys().get(number);
    int start = layout.blockStart(number);
    for (int row = 0; row < rows.count(); row++) {
      int entry = keys.has(row) ? memory.find(keys.key(row)) : KeyTable.ABSENT;
      int at = codes.start(row) + start;
      features.describe(entry, rows.minutes()[row], at);
      for (int amount = 0; amount < memory.shape().amounts(); amount++) {
        features.describeAmount(entry, rows.amounts().get(amount), row, at);
      }
    }
  }

  private void describeNumbers(DataSet data, Codes codes) {
    for (int i = 0; i < layout.numbers().size(); i++) {
      Layout.Numeric number = layout.numbers().get(i);
      Column column = data.column(number.position());
      for (int row = 0; row < data.rows(); row++) {
        codes.set(row, i, number.scale().code(column.number(row)));
      }
    }
  }

  private void describeCalendar(int[] minutes, Codes codes) {
    int at = layout.calendarStart();
    for (int row = 0; row < minutes.length; row++) {
      codes.set(row, at, 1 + RowTimes.minuteOfDay(minutes[row]) / MINUTES_A_CODE);
      codes.set(row, at + 1, 1 + RowTimes.weekday(minutes[row]));
    }
  }

  private void describeTexts(DataSet data, Codes codes) {
    for (int i = 0; i < layout.texts().size(); i++) {
      TextColumn column = (TextColumn) data.column(layout.texts().get(i));
      KeyColumn keys = KeyColumn.of(column);
      for (int row = 0; row < data.rows(); row++) {
        int hash = (int) (keys.key(row) >>> 1) & Integer.MAX_VALUE;
        int code = keys.has(row) ? 1 + hash % Bins.TOP : Bins.MISSING;
        codes.set(row, layout.hashStart() + i, code);
      }
    }
  }
}
