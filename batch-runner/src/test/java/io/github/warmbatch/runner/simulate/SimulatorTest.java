package io.github.warmbatch.runner.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimulatorTest {

  @Test
  void aDayFollowsFromTheSeedAndItsNumberInWhateverOrderDaysAreAskedFor() {
    Simulator forward = small(7);
    byte[] first = CsvText.of(forward.day(0));
    byte[] fifth = CsvText.of(forward.day(4));

    Simulator backward = small(7);
    assertThat(CsvText.of(backward.day(4))).isEqualTo(fifth);
    assertThat(CsvText.of(backward.day(0))).isEqualTo(first);
  }

  @Test
  void anotherSeedGivesOtherTransactions() {
    assertThat(CsvText.of(small(7).day(0))).isNotEqualTo(CsvText.of(small(8).day(0)));
  }

  @Test
  void whatASeedMeansIsFixedForEver() throws NoSuchAlgorithmException {
    byte[] text = CsvText.of(small(7).day(3));

    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text)))
        .isEqualTo("77ea7456213b5f01ebac141d228fb117931963c4987d5e2c30c66128fea23037");
  }

  @Test
  void transactionsAreNumberedOverAllDaysAndOrderedByTime() {
    Simulator simulator = small(1);
    long next = 0;
    for (int index = 0; index < 4; index++) {
      SimulatedDay day = simulator.day(index);
      assertThat(day.id(0)).isEqualTo(next);
      assertThat(IntStream.range(0, day.rows()).map(day::second)).isSorted();
      next = day.id(day.rows() - 1) + 1;
    }
  }

  @Test
  void datesGoOnFromTheFirstDay() {
    Simulator simulator =
        Simulator.builder().customers(3).terminals(2).firstDay(LocalDate.of(2024, 2, 28)).build();

    assertThat(List.of(simulator.day(0).date(), simulator.day(1).date(), simulator.day(2).date()))
        .containsExactly(
            LocalDate.of(2024, 2, 28), LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 1));
  }

  @Test
  void theDefaultsGiveTheTutorialsDays() {
    SimulatedDay day = Simulator.builder().seed(1).build().day(0);

    assertThat(day.date()).isEqualTo(LocalDate.of(2018, 4, 1));
    assertThat(day.rows()).isBetween(9_200, 10_100);
    double seconds = IntStream.range(0, day.rows()).map(day::second).average().orElseThrow();
    assertThat(seconds).isCloseTo(43_200, within(1000.0));
    double amount = IntStream.range(0, day.rows()).map(day::cents).average().orElseThrow() / 100;
    assertThat(amount).isCloseTo(53.5, within(3.0));
  }

  @Test
  void aCustomerUsesTerminalsWithinReachAlone() {
    Customers customers = new Customers(5, 200);
    Terminals terminals = new Terminals(5, 1000, 5);
    int[] found = new int[1000];

    for (int customer = 0; customer < 200; customer++) {
      double x = customers.x(customer);
      double y = customers.y(customer);
      int count = terminals.near(x, y, found);
      int[] near =
          IntStream.range(0, 1000)
              .filter(
                  terminal -> Math.hypot(terminals.x(terminal) - x, terminals.y(terminal) - y) < 5)
              .toArray();
      assertThat(IntStream.of(found).limit(count))
          .containsExactlyInAnyOrderElementsOf(IntStream.of(near).boxed().toList());
    }
  }

  @Test
  void optionsOutOfBoundsAreRefusedByName() {
    Simulator.Builder builder = Simulator.builder();

    assertThatThrownBy(() -> builder.customers(2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("customers: 2 is not from 3 to 1000000");
    assertThatThrownBy(() -> builder.terminals(1_000_001))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("terminals: 1000001 is not from 2 to 1000000");
    assertThatThrownBy(() -> builder.reach(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("reach: NaN is not more than 0 and at most 150");
    assertThatThrownBy(() -> builder.firstDay(LocalDate.of(1969, 12, 31)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("firstDay: 1969-12-31 is not from 1970 to 2200");
    assertThatThrownBy(() -> builder.customers(1_000_000).terminals(1_000_000).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1000000 customers with about 7854 terminals each");
    assertThatThrownBy(() -> small(1).day(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Day -1 is not one of 0 to 9999");
  }

  private static Simulator small(long seed) {
    return Simulator.builder().customers(300).terminals(600).seed(seed).build();
  }
}
