package io.github.warmbatch.checkpoint;

import java.nio.file.Path;

/**
 * One state file by itself, without its lineage: what {@code model_cpt_*.wbm} and {@code
 * lineage/*.state} are. Immutable and safe for use from many threads.
 *
 * <p>The file begins with a description of the model, so that the trainer that can read the payload
 * is known before it is read, and ends with a digest, by which damage is noticed.
 */
public final class StateFile {
  private final StateReading reading;
  private final StateHeader header;

  private StateFile(StateReading reading, StateHeader header) {
    this.reading = reading;
    this.header = header;
  }

  /**
   * Reads a file's description, and verifies the whole file.
   *
   * @throws CorruptStateException when it is damaged or truncated
   * @throws CheckpointException when it is not there, cannot be read, is no state file, or was
   *     written by a newer version
   */
  public static StateFile open(Path file) {
    StateReading reading = new StateReading(new LocalFiles(), file, null);
    return new StateFile(reading, reading.read((header, payload) -> header));
  }

  /** The number of the decision that this is the state of. */
  public long number() {
    return header.number();
  }

  /** The data set that was learned last. */
  public DatasetId dataset() {
    return header.dataset();
  }

  /** What the state is of. */
  public Model model() {
    return header.model();
  }

  /**
   * Reads the payload and verifies the file again while doing so; nothing of the file's size is
   * kept in memory but what the reader keeps.
   *
   * @return what the reader made of it, once the digest was found to be right
   * @throws CorruptStateException when the file is damaged or truncated
   * @throws CheckpointException when it cannot be read, or the reader refuses the payload, or there
   *     is another state under this name now
   */
  public <T> T read(CheckpointStore.StateReader<T> reader) {
    return reading.read(
        (found, payload) -> {
          if (!found.equals(header)) {
            throw new CheckpointException("it was replaced by another state meanwhile");
          }
          return reader.readFrom(found.model(), payload);
        });
  }
}
