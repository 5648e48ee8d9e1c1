package io.github.warmbatch.learner;

import java.util.List;

/**
 * Which column plays which part, and where its features stand in a row of codes. Decided by {@link
 * LayoutChooser} from the first batch and kept from then on.
 *
 * <p>A row of codes: the plain numbers; minute of day and weekday where there is a time; for each
 * entity column its {@linkplain EntityShape block}; for each text column a hash of its value and
 * its block.
 *
 * @param time the position of the time column, or -1
 * @param unit what the time counts
 * @param entities the positions of the entity columns
 * @param texts the positions of the other text columns
 * @param numbers the positions of the columns that are neither, with their scales
 * @param amounts which of {@code numbers} are averaged for each entity
 * @param halfLives in minutes, ascending
 */
record Layout(
    int time,
    TimeUnit unit,
    List<Integer> entities,
    List<Integer> texts,
    List<Numeric> numbers,
    List<Integer> amounts,
    List<Integer> halfLives) {

  private static final int CALENDAR = 2;
  private static final int PAIRED = 6;

  /**
   * A column of numbers.
   *
   * @param position in the schema
   * @param scale for its codes
   */
  record Numeric(int position, ColumnScale scale) {}

  Layout {
    entities = List.copyOf(entities);
    texts = List.copyOf(texts);
    numbers = List.copyOf(numbers);
    amounts = List.copyOf(amounts);
    halfLives = List.copyOf(halfLives);
  }

  boolean hasTime() {
    return time >= 0;
  }

  /** How many columns have a memory for each of their values. */
  int memories() {
    return entities.size() + texts.size();
  }

  /** The position of the column that a memory is about. */
  int memoryColumn(int memory) {
    return memory < entities.size() ? entities.get(memory) : texts.get(memory - entities.size());
  }

  /** What is remembered for each value of that column. */
  EntityShape shape(int memory) {
    return memory < entities.size()
        ? new EntityShape(halfLives, amounts.size(), true)
        : new EntityShape(halfLives.subList(halfLives.size() - 1, halfLives.size()), 0, false);
  }

  /** Where the calendar's features begin. */
  int calendarStart() {
    return numbers.size();
  }

  /** Where the hashes of the text columns begin. */
  int hashStart() {
    return calendarStart() + (hasTime() ? CALENDAR : 0);
  }

  /** Where a memory's features begin. */
  int blockStart(int memory) {
    int start = hashStart() + texts.size();
    for (int i = 0; i < memory; i++) {
      start += shape(i).features();
    }
    return start;
  }

  /** How many features a row has. */
  int width() {
    return blockStart(memories());
  }

  /**
   * Up to six features that are looked at in pairs: of each memory the label rate, and the first
   * amount against what is usual; then plain numbers, amounts first.
   */
  List<Integer> paired() {
    return PairChoice.of(this, PAIRED);
  }
}
