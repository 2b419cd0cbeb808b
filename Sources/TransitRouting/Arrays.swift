extension Array {
  /// Sets `count` elements to `value`, keeping the memory.
  mutating func fill(_ value: Element, count: Int) {
    if self.count == count {
      var span = mutableSpan
      span.update(repeating: value)
    } else {
      removeAll(keepingCapacity: true)
      append(contentsOf: repeatElement(value, count: count))
    }
  }

  /// Lengthens to at least `count` elements.
  @inline(__always)
  mutating func makeRoom(for count: Int, _ value: Element) {
    if self.count < count { lengthen(count, value) }
  }

  @inline(never)
  private mutating func lengthen(_ count: Int, _ value: Element) {
    append(contentsOf: repeatElement(value, count: Swift.max(count, 2 * self.count) - self.count))
  }
}

/// Moves an array out of a place and leaves an empty one.
@inline(__always)
func taken<Element>(_ array: inout [Element]) -> [Element] {
  var empty: [Element] = []
  swap(&empty, &array)
  return empty
}
