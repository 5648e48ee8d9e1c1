package io.github.warmbatch.runner.simulate;

import java.time.LocalDate;

/** The transactions of one day by time, counted from row 0. Immutable. */
public final class SimulatedDay {
  private final LocalDate date;
  private final int index;
  private final long firstId;
  private final Transactions transactions;
  private final int[] rows;

  SimulatedDay(LocalDate date, int index, long firstId, Transactions transactions) {
    this.date = date;
    this.index = index;
    this.firstId = firstId;
    this.transactions = transactions;
    this.rows = transactions.byTime();
  }

  /** The day. */
  public LocalDate date() {
    return date;
  }

  /** How many days after the first one it is. */
  public int index() {
    return index;
  }

  /** How many transactions there are. */
  public int rows() {
    return rows.length;
  }

  /** A transaction's number, counted from 0 over all days. */
  public long id(int row) {
    return firstId + row;
  }

  /** When it took place, in seconds since midnight. */
  public int second(int row) {
    return transactions.second(rows[row]);
  }

  /** The customer's number. */
  public int customer(int row) {
    return transactions.customer(rows[row]);
  }

  /** The terminal's number. */
  public int terminal(int row) {
    return transactions.terminal(rows[row]);
  }

  /** The amount in cents. */
  public int cents(int row) {
    return transactions.cents(rows[row]);
  }

  /** 0 for a genuine transaction, else 1, 2 or 3, as {@link Simulator} describes them. */
  public int scenario(int row) {
    return transactions.scenario(rows[row]);
  }
}
