package io.github.warmbatch.runner.simulate;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/**
 * Simulated days as files of a directory, {@code 2018-04-01.csv} and so on, with the columns of the
 * tutorial: TRANSACTION_ID, TX_DATETIME, CUSTOMER_ID, TERMINAL_ID, TX_AMOUNT, TX_TIME_SECONDS,
 * TX_TIME_DAYS, TX_FRAUD, TX_FRAUD_SCENARIO. A file is there whole or not at all, and one that is
 * there is left alone. Immutable.
 */
public final class DailyFiles {
  private final Path directory;
  private final DailyFormat format;

  private DailyFiles(Path directory, DailyFormat format) {
    this.directory = directory;
    this.format = format;
  }

  /** Files in this directory, which is made when the first one is written. */
  public static DailyFiles in(Path directory, DailyFormat format) {
    return new DailyFiles(directory, format);
  }

  /**
   * Writes days that are not there yet.
   *
   * @param from the first day's index
   * @param to the last day's index plus one
   * @return the files of all these days in order, those included that were there
   * @throws FileAlreadyExistsException when a file of that name holds anything else; the days
   *     before it are written, and it is left alone
   * @throws IOException when a file cannot be written; the message names it
   */
  public List<Path> write(Simulator simulator, int from, int to) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int index = from; index < to; index++) {
      files.add(write(simulator.day(index)));
    }
    return files;
  }

  /**
   * Writes a day unless it is there.
   *
   * @return its file
   * @throws FileAlreadyExistsException when a file of that name holds anything else
   * @throws IOException when it cannot be written; the message names it
   */
  public Path write(SimulatedDay day) throws IOException {
    Path file = directory.resolve(day.date() + format.ending());
    byte[] text = CsvText.of(day);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      publish(file, text);
    } else if (!holds(file, text)) {
      throw new FileAlreadyExistsException(
          file.toString(),
          null,
          "holds something else than this day of this simulation; take another directory, or the"
              + " options and the seed that it was made with");
    }
    return file;
  }

  private void publish(Path file, byte[] text) throws IOException {
    Files.createDirectories(directory);
    Path temporary = directory.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      Files.write(temporary, format == DailyFormat.CSV_GZ ? compress(text) : text);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static byte[] compress(byte[] text) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(text.length / 3);
    try (OutputStream out = new GZIPOutputStream(compressed)) {
      out.write(text);
    }
    return compressed.toByteArray();
  }

  /**
   * Compares what is compressed, not how: another version of zlib packs the same text otherwise.
   */
  private boolean holds(Path file, byte[] text) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = format == DailyFormat.CSV_GZ ? new GZIPInputStream(raw) : raw) {
      return Arrays.equals(in.readNBytes(text.length + 1), text);
    } catch (ZipException | EOFException e) {
      return false;
    }
  }
}
