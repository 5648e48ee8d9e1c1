package io.github.warmbatch.runner.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FraudsTest {
  private static final int CUSTOMERS = 1000;
  private static final int TERMINALS = 2000;
  private static final int DAYS = 40;

  private final Frauds frauds = new Frauds(3, CUSTOMERS, TERMINALS);
  private final Simulator simulator =
      Simulator.builder().customers(CUSTOMERS).terminals(TERMINALS).seed(3).build();

  @Test
  void twoTerminalsADayAreCompromisedForTwentyEightDays() {
    assertThat(frauds.compromisedTerminals(0).cardinality()).isEqualTo(2);
    BitSet first = frauds.compromisedTerminals(0);

    for (int day = 0; day < 28; day++) {
      assertThat(containsAll(frauds.compromisedTerminals(day), first)).as("day %d", day).isTrue();
      assertThat(frauds.compromisedTerminals(day).cardinality()).isLessThanOrEqualTo(2 * (day + 1));
    }
    assertThat(frauds.compromisedTerminals(28).intersects(first)).isFalse();
    assertThat(frauds.compromisedTerminals(100).cardinality()).isBetween(50, 56);
  }

  @Test
  void threeCustomersADayAreCompromisedForFourteenDays() {
    assertThat(frauds.compromisedCustomers(0).cardinality()).isEqualTo(3);
    BitSet first = frauds.compromisedCustomers(0);

    for (int day = 0; day < 14; day++) {
      assertThat(containsAll(frauds.compromisedCustomers(day), first)).as("day %d", day).isTrue();
    }
    assertThat(frauds.compromisedCustomers(14).intersects(first)).isFalse();
    assertThat(frauds.compromisedCustomers(100).cardinality()).isBetween(36, 42);
  }

  @Test
  void everyTransactionIsExactlyWhatTheLastScenarioThatAppliesMakesIt() {
    int stolen = 0;
    int exposed = 0;
    for (int index = 0; index < DAYS; index++) {
      SimulatedDay day = simulator.day(index);
      BitSet terminals = frauds.compromisedTerminals(index);
      BitSet customers = frauds.compromisedCustomers(index);
      for (int row = 0; row < day.rows(); row++) {
        boolean isExposed = customers.get(day.customer(row));
        exposed += isExposed ? 1 : 0;
        if (day.scenario(row) == 3) {
          stolen++;
          assertThat(isExposed).isTrue();
          assertThat(day.cents(row) % 5).isZero();
        } else if (terminals.get(day.terminal(row))) {
          assertThat(day.scenario(row)).isEqualTo(2);
        } else {
          assertThat(day.scenario(row)).isEqualTo(day.cents(row) > 22_000 ? 1 : 0);
        }
      }
    }
    assertThat(exposed).isGreaterThan(1000);
    assertThat((double) stolen / exposed).isBetween(0.28, 0.39);
  }

  @Test
  void aStolenCardSpendsFiveTimesWhatItsCustomerWouldHave() {
    int day = 20;
    Customers customers = new Customers(3, CUSTOMERS);
    Terminals terminals = new Terminals(3, TERMINALS, 5);
    Transactions genuine = new Activity(3, customers, new Reach(customers, terminals)).on(day);
    Transactions tampered = new Activity(3, customers, new Reach(customers, terminals)).on(day);

    frauds.commit(day, tampered);

    assertThat(tampered.size()).isEqualTo(genuine.size());
    assertThat(
            IntStream.range(0, genuine.size()).filter(row -> tampered.scenario(row) == 3).count())
        .isGreaterThan(5);
    for (int row = 0; row < genuine.size(); row++) {
      int factor = tampered.scenario(row) == 3 ? 5 : 1;
      assertThat(tampered.cents(row)).isEqualTo(factor * genuine.cents(row));
    }
  }

  @Test
  void theShareOfFraudsIsThatOfTheHandbook() {
    Simulator full = Simulator.builder().seed(1).build();
    long rows = 0;
    long[] scenarios = new long[4];
    for (int index = 30; index < 35; index++) {
      SimulatedDay day = full.day(index);
      rows += day.rows();
      for (int row = 0; row < day.rows(); row++) {
        scenarios[day.scenario(row)]++;
      }
    }
    assertThat((double) (rows - scenarios[0]) / rows).isBetween(0.006, 0.012);
    assertThat(scenarios[2]).isGreaterThan(scenarios[3]);
    assertThat(scenarios[3]).isGreaterThan(scenarios[1]);
    assertThat(scenarios[1]).isPositive();
  }

  private static boolean containsAll(BitSet all, BitSet some) {
    BitSet missing = (BitSet) some.clone();
    missing.andNot(all);
    return missing.isEmpty();
  }
}
