/// A binary heap with the smallest element at its top.
struct MinimumHeap<Element: Comparable & Sendable>: Sendable {
  private var elements: [Element] = []

  mutating func push(_ element: Element) {
    elements.append(element)
    var position = elements.count - 1
    while position > 0, elements[position] < elements[(position - 1) / 2] {
      elements.swapAt(position, (position - 1) / 2)
      position = (position - 1) / 2
    }
  }

  mutating func pop() -> Element? {
    guard let first = elements.first, let last = elements.popLast() else { return nil }
    guard !elements.isEmpty else { return first }
    elements[0] = last
    var position = 0
    while true {
      var smallest = position
      for child in [2 * position + 1, 2 * position + 2] where child < elements.count {
        if elements[child] < elements[smallest] { smallest = child }
      }
      guard smallest != position else { return first }
      elements.swapAt(position, smallest)
      position = smallest
    }
  }
}
