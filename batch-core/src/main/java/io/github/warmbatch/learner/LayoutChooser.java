package io.github.warmbatch.learner;

import io.github.warmbatch.dataset.Column;
import io.github.warmbatch.dataset.ColumnType;
import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.dataset.Schema;
import io.github.warmbatch.training.TrainingException;
import io.github.warmbatch.training.TrainingSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Decides which column plays which part, from the specification, the options, and the first batch.
 *
 * <p>The time is the column named by the option; else the first timestamp; else the first column of
 * whole numbers that {@linkplain TimeUnit#fits fit} a unit of time, one called something like
 * "time" or "date" coming before the others. An entity column is never the time.
 */
final class LayoutChooser {
  private static final int WIDEST = 4000;
  private static final int MOST_AMOUNTS = 3;
  private static final List<String> TIME_WORDS = List.of("time", "date", "stamp");
  private final TrainingSpec spec;
  private final LearnerOptions options;

  LayoutChooser(TrainingSpec spec, LearnerOptions options) {
    this.spec = spec;
    this.options = options;
  }

  /**
   * Refuses what can be refused before there is a row.
   *
   * @throws TrainingException when an entity or a column named by an option is not among the
   *     features, is text where a number is wanted, or there are too many columns
   */
  void check() {
    spec.model().entities().forEach(name -> require("entity", name));
    options.amounts().forEach(name -> requireNumber("option 'amounts'", name));
    String time = options.time();
    if (!time.equals(LearnerOptions.AUTO) && !time.equals(LearnerOptions.NONE)) {
      requireNumber("option 'time'", time);
    }
    if (spec.features().size() > WIDEST) {
      throw tooWide(spec.features().size() + " columns");
    }
  }

  /** The layout for a lineage that begins with these rows. */
  Layout choose(DataSet first) {
    int time = timeOf(first);
    TimeUnit unit = time < 0 ? TimeUnit.NANOSECONDS : unitOf(first.column(time));
    List<ColumnScale> scales =
        numberColumns(time).stream().map(column -> scaleOf(first.column(column))).toList();
    Layout plain = assemble(new Choice(time, unit, scales, List.of()));
    List<Integer> amounts =
        plain.entities().isEmpty() ? List.of() : amountsOf(first, plain.numbers());
    Layout layout = assemble(new Choice(time, unit, scales, amounts));
    if (layout.width() > WIDEST) {
      throw tooWide("%d features made of them".formatted(layout.width()));
    }
    return layout;
  }

  /**
   * What a first batch decides.
   *
   * @param time the position of the time column, or -1
   * @param unit what the time counts
   * @param scales for each number column, in order
   * @param amounts which of these are averaged
   */
  record Choice(int time, TimeUnit unit, List<ColumnScale> scales, List<Integer> amounts) {}

  /** The positions of the columns of numbers that are neither the time nor entities. */
  List<Integer> numberColumns(int time) {
    return others(time).stream().filter(column -> !isText(column)).toList();
  }

  /** The layout that follows from the specification, the options and a choice. */
  Layout assemble(Choice choice) {
    List<Integer> columns = numberColumns(choice.time());
    List<Layout.Numeric> numbers =
        IntStream.range(0, columns.size())
            .mapToObj(i -> new Layout.Numeric(columns.get(i), choice.scales().get(i)))
            .toList();
    List<Integer> texts = others(choice.time()).stream().filter(this::isText).toList();
    return new Layout(
        choice.time(),
        choice.unit(),
        entities(),
        texts,
        numbers,
        choice.amounts(),
        options.halfLives());
  }

  /** In the columns' order, whatever the order in which they are named. */
  private List<Integer> entities() {
    return spec.model().entities().stream()
        .map(spec.features()::indexOf)
        .distinct()
        .sorted()
        .toList();
  }

  private List<Integer> others(int time) {
    List<Integer> entities = entities();
    return IntStream.range(0, spec.features().size())
        .filter(column -> column != time && !entities.contains(column))
        .boxed()
        .toList();
  }

  private int timeOf(DataSet first) {
    if (options.time().equals(LearnerOptions.NONE)) {
      return -1;
    }
    if (!options.time().equals(LearnerOptions.AUTO)) {
      return spec.features().indexOf(options.time());
    }
    List<Integer> columns = others(-1);
    Stream<Integer> stamps =
        columns.stream().filter(column -> typeOf(column) == ColumnType.TIMESTAMP);
    Stream<Integer> named = columns.stream().filter(this::soundsLikeTime).filter(epochs(first));
    return Stream.of(stamps, named, columns.stream().filter(epochs(first)))
        .flatMap(candidates -> candidates)
        .findFirst()
        .orElse(-1);
  }

  private Predicate<Integer> epochs(DataSet first) {
    return column ->
        typeOf(column) == ColumnType.INTEGER
            && Stream.of(TimeUnit.values()).anyMatch(unit -> unit.fits(first.column(column)));
  }

  private boolean soundsLikeTime(int column) {
    String name = spec.features().fields().get(column).name().toLowerCase(Locale.ROOT);
    return TIME_WORDS.stream().anyMatch(name::contains);
  }

  private static TimeUnit unitOf(Column column) {
    if (column.field().type() == ColumnType.TIMESTAMP) {
      return TimeUnit.NANOSECONDS;
    }
    return Stream.of(TimeUnit.values())
        .filter(unit -> unit.fits(column))
        .findFirst()
        .orElse(TimeUnit.SECONDS);
  }

  private List<Integer> amountsOf(DataSet first, List<Layout.Numeric> numbers) {
    List<Integer> amounts = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      int position = numbers.get(i).position();
      boolean chosen =
          options.choosesAmounts()
              ? amounts.size() < MOST_AMOUNTS && isAmount(first.column(position), numbers.get(i))
              : options.amounts().contains(spec.features().fields().get(position).name());
      if (chosen) {
        amounts.add(i);
      }
    }
    return amounts;
  }

  private static boolean isAmount(Column column, Layout.Numeric number) {
    return column.field().type() != ColumnType.BOOLEAN
        && number.scale().kind() != ColumnScale.Kind.SMALL_COUNT
        && !RisingColumns.ascends(column);
  }

  private static ColumnScale scaleOf(Column column) {
    return ColumnScale.fitting(
        IntStream.range(0, column.rows()).mapToDouble(column::number).toArray());
  }

  private boolean isText(int column) {
    return typeOf(column) == ColumnType.TEXT;
  }

  private ColumnType typeOf(int column) {
    return spec.features().fields().get(column).type();
  }

  private int require(String what, String name) {
    Schema features = spec.features();
    int position = features.indexOf(name);
    if (position < 0) {
      throw new TrainingException(
          "The %s names the column '%s'; the features are %s"
              .formatted(what, name, features.names()));
    }
    return position;
  }

  private void requireNumber(String what, String name) {
    if (isText(require(what, name))) {
      throw new TrainingException(
          "The %s names the column '%s', which is text where a number is wanted"
              .formatted(what, name));
    }
  }

  private static TrainingException tooWide(String what) {
    return new TrainingException(
        "There are %s, and this trainer takes %d at most; ignore some columns"
            .formatted(what, WIDEST));
  }
}
