package io.github.warmbatch.learner;

import io.github.warmbatch.training.StateFormatException;
import io.github.warmbatch.training.TrainingSpec;
import java.util.ArrayList;
import java.util.List;

/** How a {@link FeatureMemory} is written and read, its layout included. */
final class MemoryFormat {
  private static final int LEAST_ENTRY = Long.BYTES + Integer.BYTES + 1;
  private static final List<TimeUnit> UNITS = List.of(TimeUnit.values());
  private static final List<ColumnScale.Kind> SCALES = List.of(ColumnScale.Kind.values());
  private static final List<RisingColumns.Trend> TRENDS = List.of(RisingColumns.Trend.values());
  private final LayoutChooser layouts;
  private final int columns;
  private final int keys;

  MemoryFormat(TrainingSpec spec, LearnerOptions options) {
    layouts = new LayoutChooser(spec, options);
    columns = spec.features().size();
    keys = options.keys();
  }

  static void write(FeatureMemory memory, StateOutput out) {
    writeLayout(memory.layout(), out);
    out.whole(memory.tally().batches());
    out.number(memory.tally().rows());
    out.number(memory.tally().positives());
    writeRising(memory.rising(), out);
    memory.memories().forEach(entities -> writeEntities(entities, out));
  }

  FeatureMemory read(StateInput in) throws StateFormatException {
    Layout layout = readLayout(in);
    FeatureMemory.Tally tally =
        new FeatureMemory.Tally(
            in.whole("the number of batches", Long.MAX_VALUE),
            in.amount("the number of rows"),
            in.amount("the number of positives"));
    RisingColumns rising = readRising(in, layout);
    List<EntityMemory> memories = new ArrayList<>();
    for (int memory = 0; memory < layout.memories(); memory++) {
      memories.add(readEntities(in, layout.shape(memory)));
    }
    return new FeatureMemory(layout, memories, rising, tally);
  }

  private static void writeLayout(Layout layout, StateOutput out) {
    out.integer(layout.time());
    out.constant(layout.unit(), UNITS);
    for (Layout.Numeric number : layout.numbers()) {
      out.constant(number.scale().kind(), SCALES);
      out.number(number.scale().centre());
      out.integer(number.scale().lowest());
    }
    out.integers(layout.amounts().stream().mapToInt(Integer::intValue).toArray());
  }

  private Layout readLayout(StateInput in) throws StateFormatException {
    int time = in.integer("the time column", -1, columns - 1);
    TimeUnit unit = in.constant("the time's unit", UNITS);
    int numbers = layouts.numberColumns(time).size();
    List<ColumnScale> scales = new ArrayList<>();
    for (int i = 0; i < numbers; i++) {
      scales.add(
          new ColumnScale(
              in.constant("a scale", SCALES),
              in.number("a scale's centre"),
              in.integer("a scale's range", -Float.MAX_EXPONENT, Float.MAX_EXPONENT)));
    }
    List<Integer> amounts = new ArrayList<>();
    for (int amount : in.integers("amounts")) {
      if (amount < 0 || amount >= numbers || amounts.contains(amount)) {
        throw StateInput.refusal("an amount is column %d of %d".formatted(amount, numbers));
      }
      amounts.add(amount);
    }
    return layouts.assemble(new LayoutChooser.Choice(time, unit, scales, amounts));
  }

  private static void writeRising(RisingColumns rising, StateOutput out) {
    for (int i = 0; i < rising.size(); i++) {
      out.constant(rising.trend(i), TRENDS);
      out.whole(Double.doubleToLongBits(rising.highest(i)));
    }
  }

  private static RisingColumns readRising(StateInput in, Layout layout)
      throws StateFormatException {
    int[] positions = layout.numbers().stream().mapToInt(Layout.Numeric::position).toArray();
    double[] highest = new double[positions.length];
    RisingColumns.Trend[] trends = new RisingColumns.Trend[positions.length];
    for (int i = 0; i < positions.length; i++) {
      trends[i] = in.constant("a trend", TRENDS);
      highest[i] = Double.longBitsToDouble(in.whole("a column's highest value"));
    }
    return new RisingColumns(positions, highest, trends);
  }

  /** What is zero as long as there was no positive is left out where there was none. */
  private static void writeEntities(EntityMemory memory, StateOutput out) {
    EntityShape shape = memory.shape();
    out.integer(memory.size());
    for (int entry = 0; entry < memory.size(); entry++) {
      boolean positive = memory.lastPositive(entry) != EntityMemory.NEVER;
      out.whole(memory.key(entry));
      out.integer(memory.seen(entry));
      out.flag(positive);
      if (positive) {
        out.integer(memory.lastPositive(entry));
      }
      for (int which = 0; which < shape.statistics(); which++) {
        if (positive || !shape.isOfPositives(which)) {
          out.single(memory.statistics()[memory.base(entry) + which]);
        }
      }
    }
  }

  private EntityMemory readEntities(StateInput in, EntityShape shape) throws StateFormatException {
    int count = in.count("values that are remembered", LEAST_ENTRY);
    if (count > keys) {
      throw StateInput.refusal("%d values are remembered of %d at most".formatted(count, keys));
    }
    EntityMemory memory = new EntityMemory(shape, keys, count);
    float[] statistics = new float[shape.statistics()];
    for (int entry = 0; entry < count; entry++) {
      long key = in.whole("a remembered value");
      if (memory.find(key) != KeyTable.ABSENT || memory.isCrowdedAt(key)) {
        throw StateInput.refusal("a value is remembered twice, or too many look alike");
      }
      int seen = in.integer("a time", Integer.MIN_VALUE / 4, Integer.MAX_VALUE / 4);
      boolean positive = in.flag("whether there was a positive");
      int last =
          positive
              ? in.integer("a time", Integer.MIN_VALUE / 4, Integer.MAX_VALUE / 4)
              : EntityMemory.NEVER;
      for (int which = 0; which < statistics.length; which++) {
        statistics[which] = positive || !shape.isOfPositives(which) ? in.single("a statistic") : 0;
      }
      memory.restore(key, seen, last, statistics);
    }
    return memory;
  }
}
