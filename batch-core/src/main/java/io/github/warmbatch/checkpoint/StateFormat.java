package io.github.warmbatch.checkpoint;

import io.github.warmbatch.training.StateFormatException;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.io.output.CloseShieldOutputStream;

/**
 * The bytes of a state file: eight of magic, the format version and the header's length as
 * big-endian 32-bit numbers, the header as JSON, the payload to the end, and there the SHA-256 of
 * all that precedes it. Every format begins with the magic and the version, and ends with the
 * digest.
 */
final class StateFormat {
  static final int VERSION = 1;

  /** What each size of buffer is. */
  static final int BUFFER = 1 << 16;

  /** Like PNG's: no text begins so, and a transfer that mends line ends is noticed at once. */
  private static final byte[] MAGIC = {(byte) 0x89, 'W', 'B', 'M', '\r', '\n', 0x1a, '\n'};

  private StateFormat() {}

  /** The file does not begin as states do. */
  static final class NoStateException extends StateFormatException {
    private static final long serialVersionUID = 1L;

    NoStateException() {
      super("it is not a state file of Warmbatch: it does not begin like one");
    }
  }

  /** Writes a state to a new file and syncs it. */
  static WrittenState write(
      FileOperations files, Path file, StateHeader header, Draft.StateWriter payload)
      throws IOException {
    byte[] json = Json.write(header.toJson());
    try (FileOperations.Output out = files.create(file)) {
      WrittenState written = new WrittenState(out);
      OutputStream body = new BufferedOutputStream(written, BUFFER);
      DataOutputStream head = new DataOutputStream(body);
      head.write(MAGIC);
      head.writeInt(VERSION);
      head.writeInt(json.length);
      head.write(json);
      payload.writeTo(CloseShieldOutputStream.wrap(body));
      body.flush();
      written.seal();
      out.sync();
      return written;
    }
  }

  /**
   * Reads the header and leaves the stream at the payload.
   *
   * @throws NoStateException when this is no state file
   * @throws StateFormatException when it is one that cannot be read
   */
  static StateHeader readHeader(DataInputStream in) throws IOException {
    if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
      throw new NoStateException();
    }
    int version = in.readInt();
    if (version != VERSION) {
      throw new StateFormatException(
          "it has format version %d, and this version of Warmbatch reads %d: use a newer one"
              .formatted(version, VERSION));
    }
    int length = in.readInt();
    if (length < 0 || length > Json.MAX_BYTES) {
      throw new StateFormatException("its header claims to have %d bytes".formatted(length));
    }
    return Fields.of(Json.read(in.readNBytes(length))).as(StateHeader::read);
  }
}
