/// A binary heap with the smallest element at its top.
struct MinimumHeap<Element: Comparable & Sendable>: Sendable {
  private var elements: [Element] = []

  mutating func removeAll() { elements.removeAll(keepingCapacity: true) }

  mutating func push(_ element: Element) {
    elements.append(element)
    var position = elements.count - 1
    while position > 0, element < elements[(position - 1) / 2] {
      elements[position] = elements[(position - 1) / 2]
      position = (position - 1) / 2
    }
    elements[position] = element
  }

  mutating func pop() -> Element? {
    guard let first = elements.first, let last = elements.popLast() else { return nil }
    guard !elements.isEmpty else { return first }
    // The last element sinks to its place; the others are moved, not swapped.
    let count = elements.count
    var position = 0
    while true {
      var child = 2 * position + 1
      guard child < count else { break }
      if child + 1 < count, elements[child + 1] < elements[child] { child += 1 }
      guard elements[child] < last else { break }
      elements[position] = elements[child]
      position = child
    }
    elements[position] = last
    return first
  }
}
