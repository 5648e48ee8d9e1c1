package io.github.warmbatch.checkpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON objects as maps, read within bounds: no field twice, nothing behind the object, and neither
 * size nor depth without a limit, since whoever wrote the file may mean harm.
 */
final class Json {
  /** What one object may measure. */
  static final int MAX_BYTES = 16 << 20;

  private static final int MAX_DEPTH = 16;
  private static final int MAX_TOKENS = 4_000_000;
  private static final int MAX_NUMBER_LENGTH = 40;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxDocumentLength(MAX_BYTES)
                  .maxTokenCount(MAX_TOKENS)
                  .maxNumberLength(MAX_NUMBER_LENGTH)
                  .maxStringLength(MAX_BYTES)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private static final JSON MAPS =
      JSON.builder(FACTORY).enable(JSON.Feature.WRITE_NULL_PROPERTIES).build();

  private Json() {}

  /**
   * The bytes of an object, in UTF-8, on one line.
   *
   * @throws CheckpointException when it cannot be written, or would be too large to be read again
   */
  static byte[] write(Map<String, @Nullable Object> object) {
    byte[] bytes;
    try {
      bytes = MAPS.asBytes(object);
    } catch (IOException e) {
      throw new CheckpointException("it cannot be written as JSON: " + e.getMessage(), e);
    }
    return readable(bytes);
  }

  /**
   * The same bytes.
   *
   * @throws CheckpointException when they are too many to be read again
   */
  static byte[] readable(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw new CheckpointException(
          "it would have %d bytes, more than the %d that are read again"
              .formatted(bytes.length, MAX_BYTES));
    }
    return bytes;
  }

  /**
   * Reads an object.
   *
   * @throws CheckpointException when it is not one, or exceeds a limit
   */
  static Map<String, Object> read(byte[] bytes) {
    try (JsonParser parser = FACTORY.createParser(bytes)) {
      Map<String, Object> object = MAPS.mapFrom(parser);
      if (object == null) {
        throw new CheckpointException("it is not a JSON object but null");
      }
      if (parser.nextToken() != null) {
        throw new CheckpointException("there is more behind the JSON object");
      }
      return object;
    } catch (JsonProcessingException e) {
      throw new CheckpointException(
          "it is not the expected JSON: "
              + e.getOriginalMessage().replaceFirst(" \\(start marker at .*", ""),
          e);
    } catch (IOException e) {
      throw new CheckpointException("it is not the expected JSON: " + e.getMessage(), e);
    }
  }
}
