package io.github.warmbatch.runner.simulate;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Simulates card transactions day by day, frauds among them. Customers and terminals lie at random
 * on a square of side 100; a customer uses the terminals within reach, on average up to four times
 * a day, mostly around noon, and spends amounts around a mean of one's own between 5 and 100.
 *
 * <p>A transaction is a fraud by one of three scenarios, a later one in place of an earlier:
 *
 * <ol>
 *   <li>its amount is over 220;
 *   <li>its terminal is compromised: two more each day, for 28 days, with all their transactions;
 *   <li>its customer's card is stolen: three more each day, for 14 days, of whose transactions one
 *       in three, chosen independently, is a fraud of five times the amount.
 * </ol>
 *
 * <p>A day follows from the options and its number alone: it is the same however many days are
 * asked for, in whatever order, on whatever machine. Immutable but for a count of the rows of the
 * days asked for; safe for use from many threads.
 *
 * <p>Defaults: 5000 customers (about 9600 transactions a day), 10000 terminals, reach 5, first day
 * 2018-04-01, seed 0.
 */
public final class Simulator {
  /** The side of the square on which customers and terminals lie. */
  static final double PLANE = 100;

  /** How many days can be simulated. */
  static final int MOST_DAYS = 10_000;

  private final LocalDate firstDay;
  private final Activity activity;
  private final Frauds frauds;
  private final Numbering numbering;

  private Simulator(Builder options) {
    Customers customers = new Customers(options.seed, options.customers);
    Terminals terminals = new Terminals(options.seed, options.terminals, options.reach);
    this.firstDay = options.firstDay;
    this.activity = new Activity(options.seed, customers, new Reach(customers, terminals));
    this.frauds = new Frauds(options.seed, options.customers, options.terminals);
    this.numbering = new Numbering(this::transactions);
  }

  /** A simulator to be. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * A day's transactions. Their numbers go on from the day before, so the first call for a late day
   * simulates those before it.
   *
   * @param index 0 for the first day
   * @throws IllegalArgumentException when it is negative, or 10000 or more
   */
  public SimulatedDay day(int index) {
    if (index < 0 || index >= MOST_DAYS) {
      throw new IllegalArgumentException(
          "Day %d is not one of 0 to %d".formatted(index, MOST_DAYS - 1));
    }
    Transactions transactions = transactions(index);
    long firstId = numbering.firstId(index);
    numbering.note(index, transactions.size());
    return new SimulatedDay(firstDay.plusDays(index), index, firstId, transactions);
  }

  private Transactions transactions(int day) {
    Transactions transactions = activity.on(day);
    frauds.commit(day, transactions);
    return transactions;
  }

  /** The options of a simulator. Not safe for use from many threads. */
  public static final class Builder {
    private static final int MOST = 1_000_000;
    private static final double MOST_PAIRS = 50_000_000;

    private int customers = 5000;
    private int terminals = 10_000;
    private double reach = 5;
    private LocalDate firstDay = LocalDate.of(2018, 4, 1);
    private long seed;

    private Builder() {}

    /**
     * How many customers there are.
     *
     * @throws IllegalArgumentException when it is less than 3 or more than a million
     */
    public Builder customers(int count) {
      customers = within("customers", count, Frauds.CUSTOMERS_A_DAY);
      return this;
    }

    /**
     * How many terminals there are.
     *
     * @throws IllegalArgumentException when it is less than 2 or more than a million
     */
    public Builder terminals(int count) {
      terminals = within("terminals", count, Frauds.TERMINALS_A_DAY);
      return this;
    }

    /**
     * How far from a customer a terminal may be, on a square of side 100.
     *
     * @throws IllegalArgumentException when it is not more than 0 and at most 150
     */
    public Builder reach(double distance) {
      if (!(distance > 0 && distance <= 150)) {
        throw new IllegalArgumentException(
            "reach: %s is not more than 0 and at most 150".formatted(distance));
      }
      reach = distance;
      return this;
    }

    /**
     * The first day.
     *
     * @throws IllegalArgumentException when it is before 1970 or after 2200
     */
    public Builder firstDay(LocalDate day) {
      Objects.requireNonNull(day, "day");
      if (day.getYear() < 1970 || day.getYear() > 2200) {
        throw new IllegalArgumentException("firstDay: " + day + " is not from 1970 to 2200");
      }
      firstDay = day;
      return this;
    }

    /** What all that is random is drawn from. */
    public Builder seed(long value) {
      seed = value;
      return this;
    }

    /**
     * The simulator.
     *
     * @throws IllegalArgumentException when customers, terminals and reach together are too much:
     *     more than about fifty million pairs of a customer and a terminal used
     */
    public Simulator build() {
      double used = Math.min(1, Math.PI * reach * reach / (PLANE * PLANE)) * terminals;
      if (used * customers > MOST_PAIRS) {
        throw new IllegalArgumentException(
            "%d customers with about %.0f terminals each within reach are too much; take fewer, or"
                    .formatted(customers, used)
                + " a smaller reach");
      }
      return new Simulator(this);
    }

    private static int within(String option, int count, int least) {
      if (count < least || count > MOST) {
        throw new IllegalArgumentException(
            "%s: %d is not from %d to %d".formatted(option, count, least, MOST));
      }
      return count;
    }
  }
}
