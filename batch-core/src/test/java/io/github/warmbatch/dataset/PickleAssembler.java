package io.github.warmbatch.dataset;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes pickles instruction by instruction, sensible ones and others. */
final class PickleAssembler {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int memo;

  PickleAssembler() {
    op(Opcode.PROTO, 4);
  }

  PickleAssembler op(int... bytes) {
    for (int value : bytes) {
      out.write(value);
    }
    return this;
  }

  PickleAssembler le4(long value) {
    out.writeBytes(
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt((int) value).array());
    return this;
  }

  PickleAssembler le8(long value) {
    out.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
    return this;
  }

  PickleAssembler text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    op(Opcode.BINUNICODE).le4(utf8.length);
    out.writeBytes(utf8);
    return this;
  }

  PickleAssembler whole(long value) {
    return value == (int) value ? op(Opcode.BININT).le4(value) : op(Opcode.LONG1, 8).le8(value);
  }

  PickleAssembler bytes(byte[] bytes) {
    op(Opcode.BINBYTES).le4(bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  PickleAssembler global(String module, String name) {
    return text(module).text(name).op(Opcode.STACK_GLOBAL);
  }

  /** Remembers what is on top of the stack; {@link #get} brings it again. */
  int memoize() {
    op(Opcode.MEMOIZE);
    return memo++;
  }

  PickleAssembler get(int number) {
    return op(Opcode.LONG_BINGET).le4(number);
  }

  /** An array of a NumPy type over whatever {@code data} pushes. */
  PickleAssembler array(String type, Runnable data, long... shape) {
    global("numpy.core.multiarray", "_reconstruct").op(Opcode.EMPTY_TUPLE, Opcode.REDUCE);
    op(Opcode.MARK).whole(1).tuple(shape);
    global("numpy", "dtype").text(type).op(Opcode.TUPLE1, Opcode.REDUCE, Opcode.NEWFALSE);
    data.run();
    return op(Opcode.TUPLE, Opcode.BUILD);
  }

  PickleAssembler tuple(long... values) {
    op(Opcode.MARK);
    for (long value : values) {
      whole(value);
    }
    return op(Opcode.TUPLE);
  }

  PickleAssembler slice(long start, long stop, long step) {
    return global("builtins", "slice").tuple(start, stop, step).op(Opcode.REDUCE);
  }

  /** A DataFrame whose blocks {@code blocks} pushes, each a call of {@link #block}. */
  PickleAssembler frame(Runnable blocks, String... names) {
    global("pandas.core.frame", "DataFrame").op(Opcode.EMPTY_TUPLE, Opcode.NEWOBJ);
    op(Opcode.EMPTY_DICT).text("_mgr");
    global("pandas.core.internals.managers", "BlockManager");
    op(Opcode.MARK);
    blocks.run();
    op(Opcode.TUPLE);
    op(Opcode.EMPTY_LIST, Opcode.MARK);
    index(() -> names(names));
    op(Opcode.NONE, Opcode.APPENDS, Opcode.TUPLE2, Opcode.REDUCE);
    return op(Opcode.SETITEM, Opcode.BUILD);
  }

  /** A block of the values and the places that these push. */
  PickleAssembler block(Runnable values, Runnable places) {
    global("pandas._libs.internals", "_unpickle_block");
    values.run();
    places.run();
    return whole(2).op(Opcode.TUPLE3, Opcode.REDUCE);
  }

  PickleAssembler index(Runnable data) {
    global("pandas.core.indexes.base", "_new_Index").global("pandas.core.indexes.base", "Index");
    op(Opcode.EMPTY_DICT).text("data");
    data.run();
    return op(Opcode.SETITEM, Opcode.TUPLE2, Opcode.REDUCE);
  }

  private void names(String... names) {
    array(
        "O8",
        () -> {
          op(Opcode.EMPTY_LIST, Opcode.MARK);
          for (String name : names) {
            text(name);
          }
          op(Opcode.APPENDS);
        },
        names.length);
  }

  byte[] done() {
    op(Opcode.STOP);
    return out.toByteArray();
  }
}
