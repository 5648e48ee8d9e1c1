package io.github.warmbatch.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.dataset.Column;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class ColumnDriftTest {
  private static final int ROWS = 1000;

  private final Random random = new Random(20_260_101);

  private double amount() {
    return Math.exp(3 + random.nextGaussian());
  }

  private Column amounts(double factor) {
    return Days.decimals("amount", ROWS, () -> factor * amount());
  }

  private Column countries(double share, String other) {
    return Days.texts(
        "country",
        ROWS,
        () ->
            random.nextDouble() < share ? other : List.of("DE", "FR", "JP").get(random.nextInt(3)));
  }

  private static void assertQuiet(int days, IntFunction<Column> day) {
    Days sets = new Days();
    for (int number = 0; number < days; number++) {
      assertThat(sets.next(day.apply(number))).as("day %d", number).isEmpty();
    }
  }

  /** Data sets of many sizes and columns of many kinds; nothing ever changes. */
  @Test
  void whereNothingChangesThereIsHardlyEverAnAlarm() {
    int sets = 0;
    int alarms = 0;
    for (int lineage = 0; lineage < 60; lineage++) {
      Days days = new Days();
      int least = List.of(1, 12, 40, 200).get(lineage % 4);
      for (int day = 0; day < 40; day++) {
        int rows = least + random.nextInt(4 * least);
        alarms += days.next(columns(rows)).isEmpty() ? 0 : 1;
        sets++;
      }
    }
    System.out.printf("drift: %d false alarms in %d data sets%n", alarms, sets);
    assertThat(alarms).isLessThanOrEqualTo(sets / 500);
  }

  private Column[] columns(int rows) {
    return new Column[] {
      Days.decimals("amount", rows, this::amount),
      Days.decimals("normal", rows, random::nextGaussian),
      Days.decimals("heavy", rows, () -> 1 / (random.nextDouble() - 0.5)),
      Days.decimals("gaps", rows, () -> random.nextInt(10) == 0 ? Double.NaN : random.nextDouble()),
      Days.decimals("constant", rows, () -> 5),
      Days.integers("flag", rows, () -> random.nextInt(100) == 0 ? 1 : 0),
      Days.integers("customer", rows, () -> random.nextInt(5000)),
      Days.texts(
          "country", rows, () -> "c" + (int) (8 * random.nextDouble() * random.nextDouble())),
      Days.texts("word", rows, () -> "w" + (int) (400 * Math.pow(random.nextDouble(), 3))),
      Days.texts("order", rows, () -> "o" + random.nextLong()),
    };
  }

  @Test
  void aShiftedAmountIsToldOnceAndThenKnown() {
    Days days = new Days();
    for (int day = 0; day < 10; day++) {
      assertThat(days.next(amounts(1))).isEmpty();
    }
    List<DriftFinding> found = days.next(amounts(2.2));
    assertThat(found).hasSize(1);
    assertThat(found.get(0).name()).isEqualTo("amount");
    assertThat(found.get(0).kind()).isEqualTo(DriftFinding.Kind.COLUMN);
    assertThat(found.get(0).statistic()).isBetween(0.25, 0.5);
    assertThat(found.get(0).threshold()).isEqualTo(0.2);
    assertThat(found.get(0).evidence()).containsPattern("^from .* to .* in .* % of the rows, .* %");
    for (int day = 0; day < 10; day++) {
      assertThat(days.next(amounts(2.2))).as("day %d after", day).isEmpty();
    }
    assertThat(days.names(amounts(1))).as("back again").containsExactly("amount");
  }

  @Test
  void oneOddDataSetDoesNotHideTheNext() {
    Days days = new Days();
    for (int day = 0; day < 7; day++) {
      days.next(amounts(1));
    }
    assertThat(days.names(amounts(2.5))).containsExactly("amount");
    assertThat(days.names(amounts(1))).isEmpty();
    assertThat(days.names(amounts(0.1))).containsExactly("amount");
    assertThat(days.names(amounts(2.5))).as("known").isEmpty();
  }

  @Test
  void aNewValueIsNamed() {
    Days days = new Days();
    for (int day = 0; day < 5; day++) {
      assertThat(days.next(countries(0, ""))).isEmpty();
    }
    assertThat(days.next(countries(0.15, "BR")))
        .singleElement()
        .satisfies(found -> assertThat(found.evidence()).startsWith("'BR' in 1"));
  }

  @Test
  void aNewValueAmongVeryManyIsNamed() {
    Days days = new Days();
    for (int day = 0; day < 5; day++) {
      assertThat(days.next(Days.texts("word", ROWS, () -> "w" + random.nextInt(300)))).isEmpty();
    }
    Column column =
        Days.texts("word", ROWS, () -> random.nextInt(4) == 0 ? "null" : "w" + random.nextInt(300));
    assertThat(days.next(column))
        .singleElement()
        .satisfies(found -> assertThat(found.evidence()).startsWith("'null' in 2"));
  }

  @Test
  void aColumnThatBecomesEmptyIsFound() {
    Days days = new Days();
    for (int day = 0; day < 5; day++) {
      days.next(amounts(1), countries(0, ""));
    }
    List<DriftFinding> found =
        days.next(
            Days.decimals("amount", ROWS, () -> Double.NaN),
            Days.texts("country", ROWS, () -> null));
    assertThat(found).extracting(DriftFinding::name).containsExactlyInAnyOrder("amount", "country");
    assertThat(found)
        .allSatisfy(
            finding -> {
              assertThat(finding.statistic()).isEqualTo(1);
              assertThat(finding.evidence())
                  .isEqualTo("no value in 100.0 % of the rows, 0.0 % before");
            });
  }

  @Test
  void aConstantThatChangesIsFoundAndOneThatDoesNotIsNot() {
    Days days = new Days();
    for (int day = 0; day < 8; day++) {
      assertThat(days.next(Days.integers("version", ROWS, () -> 7))).isEmpty();
    }
    assertThat(days.next(Days.integers("version", ROWS, () -> 8)))
        .singleElement()
        .satisfies(
            found ->
                assertThat(found.evidence()).isEqualTo("7 in 0.0 % of the rows, 100.0 % before"));
  }

  @Test
  void whatMovesOnByItsNatureIsNoDrift() {
    int[] row = {0};
    assertQuiet(40, day -> Days.integers("day", ROWS, () -> day));
    assertQuiet(
        40, day -> Days.integers("second", ROWS, () -> 86_400 * day + random.nextInt(86_400)));
    assertQuiet(40, day -> Days.integers("row", ROWS, () -> row[0]++));
    assertQuiet(
        40,
        day -> Days.decimals("epoch", ROWS, () -> 1.5e9 + 86_400 * (day + random.nextDouble())));
    assertQuiet(
        40, day -> Days.texts("date", ROWS, () -> LocalDate.EPOCH.plusDays(day).toString()));
    assertQuiet(40, day -> Days.texts("order", ROWS, () -> "o-" + row[0]++));
    assertQuiet(40, day -> Days.integers("weekday", ROWS, () -> day % 7));
    assertQuiet(40, day -> Days.decimals("price", ROWS, () -> Math.pow(1.01, day) * amount()));
  }

  @Test
  void aMondayIsNewOnlyTheFirstTime() {
    Days days = new Days();
    for (int day = 0; day < 60; day++) {
      int monday = day % 7 == 4 ? 1 : 0;
      assertThat(days.names(Days.integers("monday", ROWS, () -> monday)))
          .as("day %d", day)
          .hasSize(day == 4 ? 1 : 0);
    }
  }

  @Test
  void aWeekendIsNewOnlyTheFirstTime() {
    Days days = new Days();
    for (int day = 0; day < 60; day++) {
      int weekend = day % 7 >= 5 ? 1 : 0;
      assertThat(days.names(Days.integers("weekend", ROWS, () -> weekend)))
          .as("day %d", day)
          .hasSize(day == 5 ? 1 : 0);
    }
  }

  @Test
  void aDataSetOfAFewRowsHidesNothing() {
    Days days = new Days();
    for (int day = 0; day < 5; day++) {
      days.next(amounts(1));
    }
    for (int rows : new int[] {1, 4, 7, 12}) {
      assertThat(days.next(Days.decimals("amount", rows, this::amount))).isEmpty();
    }
    assertThat(days.names(amounts(3))).containsExactly("amount");
  }

  @Test
  void fewDataSetsAndFewRowsSayNothing() {
    Days days = new Days();
    assertThat(days.next(amounts(1))).isEmpty();
    assertThat(days.next(amounts(100))).isEmpty();
    assertThat(days.next(amounts(1))).isEmpty();

    Days short_ = new Days();
    for (int day = 0; day < 8; day++) {
      short_.next(amounts(1));
    }
    assertThat(short_.next(Days.decimals("amount", 0, () -> 0))).isEmpty();
    assertThat(short_.next(Days.decimals("amount", 1, () -> 1e300))).isEmpty();
    assertThat(short_.next(Days.decimals("amount", 1, () -> Double.NaN))).isEmpty();
    assertThat(short_.next(Days.decimals("amount", 4, () -> Double.POSITIVE_INFINITY))).isEmpty();
    assertThat(short_.names(Days.decimals("amount", 60, () -> 1e300))).containsExactly("amount");
  }

  @Test
  void aColumnOfAnotherKindIsNotCompared() {
    Days days = new Days();
    for (int day = 0; day < 5; day++) {
      days.next(amounts(1));
    }
    assertThat(days.next(Days.texts("amount", ROWS, () -> "x"))).isEmpty();
    assertThat(days.next(Days.texts("other", ROWS, () -> "x"))).isEmpty();
  }

  @Test
  void theMostConspicuousColumnComesFirst() {
    Days days = new Days();
    for (int day = 0; day < 5; day++) {
      days.next(amounts(1), countries(0, ""));
    }
    assertThat(days.names(amounts(3), countries(1, "BR"))).containsExactly("country", "amount");
  }
}
