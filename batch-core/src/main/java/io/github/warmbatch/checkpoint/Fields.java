package io.github.warmbatch.checkpoint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object, each asked for by the type that it must have. Every failure is a
 * {@link CheckpointException} that names the field.
 */
final class Fields {
  private static final int SHOWN = 40;

  private final String prefix;
  private final Map<String, Object> values;
  private final Set<String> asked = new HashSet<>();

  private Fields(String prefix, Map<String, Object> values) {
    this.prefix = prefix;
    this.values = values;
  }

  /** The fields of the outermost object. */
  static Fields of(Map<String, Object> values) {
    return new Fields("", values);
  }

  /** The object read by a function that knows its fields; one that it does not ask for is wrong. */
  <T> T as(Function<Fields, T> type) {
    T result = type.apply(this);
    for (String name : values.keySet()) {
      if (!asked.contains(name)) {
        throw new CheckpointException("field '%s' is unknown".formatted(shorten(prefix + name)));
      }
    }
    return result;
  }

  /** A text. */
  String text(String name) {
    return cast(String.class, "a text", name, required(name));
  }

  /** A text, or null where it is null or missing. */
  @Nullable String textOrNull(String name) {
    Object value = value(name);
    return value == null ? null : cast(String.class, "a text", name, value);
  }

  /** One of an enum's names in lower case. */
  <E extends Enum<E>> E oneOf(Class<E> type, String name) {
    String value = text(name);
    for (E constant : type.getEnumConstants()) {
      if (nameOf(constant).equals(value)) {
        return constant;
      }
    }
    throw wrong(name, "one of the known words", value);
  }

  /** A whole number. */
  long whole(String name) {
    return whole(name, required(name));
  }

  /** A finite number. */
  double decimal(String name) {
    return decimal(name, required(name));
  }

  /** A finite number, or null where it is null or missing. */
  @Nullable Double decimalOrNull(String name) {
    Object value = value(name);
    return value == null ? null : decimal(name, value);
  }

  /** An object. */
  <T> T object(String name, Function<Fields, T> type) {
    return object(name, required(name)).as(type);
  }

  /** An object, or null where it is null or missing. */
  <T> @Nullable T objectOrNull(String name, Function<Fields, T> type) {
    Object value = value(name);
    return value == null ? null : object(name, value).as(type);
  }

  /** A list of texts. */
  List<String> texts(String name) {
    return list(name, required(name), value -> cast(String.class, "a text", name, value));
  }

  /** A list of texts, empty where it is null or missing. */
  List<String> textsOrNone(String name) {
    return value(name) == null ? List.of() : texts(name);
  }

  /** A list of texts, or null where it is null or missing. */
  @Nullable List<String> textsOrNull(String name) {
    return value(name) == null ? null : texts(name);
  }

  /** A list of whole numbers. */
  List<Long> wholes(String name) {
    return list(name, required(name), value -> whole(name, value));
  }

  /** A list of finite numbers. */
  List<Double> decimals(String name) {
    return list(name, required(name), value -> decimal(name, value));
  }

  /** A list of lists of whole numbers. */
  List<List<Long>> matrix(String name) {
    return list(name, required(name), row -> list(name, row, value -> whole(name, value)));
  }

  /** A list of objects. */
  <T> List<T> objects(String name, Function<Fields, T> type) {
    return list(name, required(name), value -> object(name, value).as(type));
  }

  /** A list of objects, or null where it is null or missing. */
  <T> @Nullable List<T> objectsOrNull(String name, Function<Fields, T> type) {
    return value(name) == null ? null : objects(name, type);
  }

  /** An object whose fields are all texts, whatever their names. */
  Map<String, String> textMap(String name) {
    Map<String, String> texts = new TreeMap<>();
    Fields object = object(name, required(name));
    object.values.keySet().forEach(key -> texts.put(key, object.text(key)));
    return texts;
  }

  /** Refuses a value that has the right type and is wrong nevertheless. */
  CheckpointException wrong(String name, String expected, Object value) {
    return new CheckpointException(
        "field '%s' is not %s but '%s'"
            .formatted(prefix + name, expected, shorten(String.valueOf(value))));
  }

  private @Nullable Object value(String name) {
    asked.add(name);
    return values.get(name);
  }

  private Object required(String name) {
    Object value = value(name);
    if (value == null) {
      throw new CheckpointException("field '%s' is missing".formatted(prefix + name));
    }
    return value;
  }

  private <T> T cast(Class<T> type, String expected, String name, @Nullable Object value) {
    if (!type.isInstance(value)) {
      throw wrong(name, expected, String.valueOf(value));
    }
    return type.cast(value);
  }

  private long whole(String name, @Nullable Object value) {
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    throw wrong(name, "a whole number", String.valueOf(value));
  }

  private double decimal(String name, Object value) {
    if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
      return number.doubleValue();
    }
    throw wrong(name, "a finite number", value);
  }

  private Fields object(String name, @Nullable Object value) {
    @SuppressWarnings("unchecked") // the JSON reader makes no maps with other keys
    Map<String, Object> object = cast(Map.class, "an object", name, value);
    return new Fields(prefix + name + ".", object);
  }

  private <T> List<T> list(String name, @Nullable Object value, Function<Object, T> type) {
    List<T> items = new ArrayList<>();
    for (Object item : cast(List.class, "a list", name, value)) {
      items.add(type.apply(item));
    }
    return items;
  }

  /** How a constant is written. */
  static String nameOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String shorten(String text) {
    if (text.length() <= SHOWN) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(SHOWN - 1));
    return text.substring(0, splits ? SHOWN - 1 : SHOWN) + "…";
  }
}
