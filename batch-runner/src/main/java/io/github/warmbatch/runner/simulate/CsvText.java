package io.github.warmbatch.runner.simulate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.LocalDate;
import java.util.Arrays;

/** A day as comma-separated values, as pandas would write it. Written by hand for its speed. */
final class CsvText {
  private static final String HEADER =
      "TRANSACTION_ID,TX_DATETIME,CUSTOMER_ID,TERMINAL_ID,TX_AMOUNT,TX_TIME_SECONDS,TX_TIME_DAYS,"
          + "TX_FRAUD,TX_FRAUD_SCENARIO\n";
  private static final int LONGEST_LINE = 160;
  private static final int DAY = 86_400;

  private byte[] text = new byte[1 << 16];
  private int length;

  private CsvText() {}

  static byte[] of(SimulatedDay day) {
    CsvText csv = new CsvText();
    csv.put(HEADER.getBytes(US_ASCII));
    byte[] date = date(day.date());
    for (int row = 0; row < day.rows(); row++) {
      csv.makeRoom();
      csv.line(day, row, date);
    }
    return Arrays.copyOf(csv.text, csv.length);
  }

  private static byte[] date(LocalDate date) {
    return (date + " ").getBytes(US_ASCII);
  }

  private void line(SimulatedDay day, int row, byte[] date) {
    int second = day.second(row);
    int scenario = day.scenario(row);
    field(day.id(row));
    put(date);
    time(second);
    put(',');
    field(day.customer(row));
    field(day.terminal(row));
    amount(day.cents(row));
    field((long) day.index() * DAY + second);
    field(day.index());
    field(scenario == 0 ? 0 : 1);
    number(scenario);
    put('\n');
  }

  private void time(int second) {
    twoDigits(second / 3600);
    put(':');
    twoDigits(second / 60 % 60);
    put(':');
    twoDigits(second % 60);
  }

  private void amount(int cents) {
    number(cents / 100);
    put('.');
    twoDigits(cents % 100);
    put(',');
  }

  private void field(long value) {
    number(value);
    put(',');
  }

  private void twoDigits(int value) {
    put('0' + value / 10);
    put('0' + value % 10);
  }

  private void number(long value) {
    int start = length;
    long rest = value;
    do {
      put((int) ('0' + rest % 10));
      rest /= 10;
    } while (rest > 0);
    for (int left = start, right = length - 1; left < right; left++, right--) {
      byte digit = text[left];
      text[left] = text[right];
      text[right] = digit;
    }
  }

  private void put(int character) {
    text[length++] = (byte) character;
  }

  private void put(byte[] characters) {
    System.arraycopy(characters, 0, text, length, characters.length);
    length += characters.length;
  }

  private void makeRoom() {
    if (text.length - length < LONGEST_LINE) {
      text = Arrays.copyOf(text, 2 * text.length);
    }
  }
}
