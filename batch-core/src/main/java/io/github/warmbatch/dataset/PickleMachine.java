package io.github.warmbatch.dataset;

/**
 * Follows the instructions of a pickle and returns its parts as they stand: numbers, text, bytes,
 * tuples, lists, dictionaries, and {@linkplain PickleObject what it asks to be made}. It makes
 * nothing else, calls nothing, and knows no instruction and no {@linkplain PickleGlobal name} but
 * those that tables need. Nesting costs no stack of ours, and whatever is allocated is paid for in
 * bytes of the pickle.
 */
final class PickleMachine {
  private static final int LOWEST_PROTOCOL = 2;
  private static final int HIGHEST_PROTOCOL = 5;
  private static final int LONGEST_NAME = 256;

  /** A table takes a few dozen containers a column, and two a cell of an unusual type at most. */
  private static final int FEW_CONTAINERS = 1 << 16;

  private final PickleInput in;
  private final PickleScalars scalars;
  private final PickleStack stack = new PickleStack();
  private final PickleMemo memo = new PickleMemo();
  private long containersLeft;

  private PickleMachine(byte[] content) {
    this.in = new PickleInput(content);
    this.scalars = new PickleScalars(in);
    this.containersLeft = FEW_CONTAINERS + content.length / 4L;
  }

  /**
   * What a pickle holds.
   *
   * @throws DatasetException when it is damaged or asks for anything that is not part of a table
   */
  static Object read(byte[] content) {
    return new PickleMachine(content).run();
  }

  private Object run() {
    requireProtocol();
    int opcode = in.unsignedByte();
    while (opcode != Opcode.STOP) {
      step(opcode);
      opcode = in.unsignedByte();
    }
    return stack.pop();
  }

  private void requireProtocol() {
    int first = in.unsignedByte();
    int protocol = first == Opcode.PROTO ? in.unsignedByte() : 0;
    if (protocol < LOWEST_PROTOCOL || protocol > HIGHEST_PROTOCOL) {
      throw new DatasetException(
          "is not a pickle of protocol 2 to 5: it begins with the byte 0x%02x (write it by DataFrame.to_pickle)"
              .formatted(first));
    }
  }

  private void step(int opcode) {
    Object scalar = scalars.read(opcode);
    if (scalar != null) {
      stack.push(scalar);
    } else if (!refers(opcode) && !gathers(opcode) && !fills(opcode) && !makes(opcode)) {
      throw refused(opcode);
    }
  }

  private boolean refers(int opcode) {
    switch (opcode) {
      case Opcode.FRAME -> in.signedLong();
      case Opcode.MEMOIZE -> memo.add(stack.peek());
      case Opcode.BINPUT -> memo.put(in.unsignedByte(), stack.peek());
      case Opcode.LONG_BINPUT -> memo.put(in.unsignedInt(), stack.peek());
      case Opcode.BINGET -> stack.push(memo.get(in.unsignedByte()));
      case Opcode.LONG_BINGET -> stack.push(memo.get(in.unsignedInt()));
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean gathers(int opcode) {
    switch (opcode) {
      case Opcode.MARK -> mark();
      case Opcode.EMPTY_LIST -> pushContainer(new PickleList());
      case Opcode.EMPTY_DICT -> pushContainer(new PickleDict());
      case Opcode.EMPTY_TUPLE -> stack.push(PickleTuple.EMPTY);
      case Opcode.TUPLE -> pushContainer(new PickleTuple(stack.popToMark()));
      case Opcode.TUPLE1 -> pushContainer(new PickleTuple(stack.pop()));
      case Opcode.TUPLE2 -> {
        Object second = stack.pop();
        pushContainer(new PickleTuple(stack.pop(), second));
      }
      case Opcode.TUPLE3 -> {
        Object third = stack.pop();
        Object second = stack.pop();
        pushContainer(new PickleTuple(stack.pop(), second, third));
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean fills(int opcode) {
    switch (opcode) {
      case Opcode.APPEND -> {
        Object item = stack.pop();
        stack.peek(PickleList.class, "a list").add(item);
      }
      case Opcode.APPENDS -> {
        Object[] items = stack.popToMark();
        PickleList list = stack.peek(PickleList.class, "a list");
        for (Object item : items) {
          list.add(item);
        }
      }
      case Opcode.SETITEM -> {
        Object value = stack.pop();
        Object key = stack.pop();
        stack.peek(PickleDict.class, "a dictionary").put(key, value);
      }
      case Opcode.SETITEMS -> setItems(stack.popToMark());
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean makes(int opcode) {
    switch (opcode) {
      case Opcode.GLOBAL ->
          stack.push(PickleGlobal.of(in.line(LONGEST_NAME), in.line(LONGEST_NAME)));
      case Opcode.STACK_GLOBAL -> {
        String name = stack.pop(String.class, "a name");
        stack.push(PickleGlobal.of(stack.pop(String.class, "a module"), name));
      }
      case Opcode.REDUCE, Opcode.NEWOBJ -> {
        PickleTuple arguments = stack.pop(PickleTuple.class, "arguments");
        pushContainer(new PickleObject(callee(stack.pop()), arguments));
      }
      case Opcode.BUILD -> {
        Object state = stack.pop();
        stack.peek(PickleObject.class, "an object").state(state);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void mark() {
    boolean done =
        stack.top() instanceof PickleList list && list.isWhole() && scalars.appendRun(list);
    if (!done) {
      stack.mark();
    }
  }

  private void setItems(Object[] items) {
    PickleDict dict = stack.peek(PickleDict.class, "a dictionary");
    if (items.length % 2 != 0) {
      throw new DatasetException("the pickle has a key without a value (damaged?)");
    }
    for (int i = 0; i < items.length; i += 2) {
      dict.put(items[i], items[i + 1]);
    }
  }

  /** Older versions of pandas wrap the function that makes a block in another one. */
  private static PickleGlobal callee(Object called) {
    if (called instanceof PickleObject partial
        && partial.isOf(PickleGlobal.PARTIAL)
        && partial.arguments().get(0) instanceof PickleGlobal wrapped) {
      return wrapped;
    }
    return Kinds.require(called, PickleGlobal.class, "a name to call");
  }

  private void pushContainer(Object container) {
    if (--containersLeft < 0) {
      throw new DatasetException("the pickle is made of more containers than a table can be");
    }
    stack.push(container);
  }

  private DatasetException refused(int opcode) {
    int offset = in.position() - 1;
    return opcode == Opcode.NEXT_BUFFER
        ? new DatasetException("the pickle keeps its data outside of the file (buffer_callback)")
        : new DatasetException(
            "the pickle has the instruction 0x%02x at offset %d, which no table needs (only DataFrames of protocol 2 to 5 are read)"
                .formatted(opcode, offset));
  }
}
