/// The strongly connected components of a directed graph (Tarjan 1972, without recursion).
struct StrongComponents {
  /// The component of each node.
  let ofNode: [Int32]
  /// How many nodes each component has.
  let sizes: [Int32]

  /// - Parameters:
  ///   - firstArcs, heads: the arcs that leave node `n` are `heads[firstArcs[n]..<firstArcs[n + 1]]`.
  ///   - isOpen: arcs that count.
  init(firstArcs: [Int32], heads: [Int32], isOpen: (Int) -> Bool) {
    let count = firstArcs.count - 1
    var indices = [Int32](repeating: -1, count: count)
    var lowest = indices
    var components = indices
    var sizes: [Int32] = []
    var stack: [Int32] = []
    var path: [(node: Int, arc: Int)] = []
    var index: Int32 = 0
    for root in 0..<count where indices[root] < 0 {
      path.append((root, Int(firstArcs[root])))
      while let (node, arc) = path.last {
        if arc == Int(firstArcs[node]), indices[node] < 0 {
          indices[node] = index
          lowest[node] = index
          index += 1
          stack.append(Int32(node))
        }
        if arc < Int(firstArcs[node + 1]) {
          path[path.count - 1].arc = arc + 1
          guard isOpen(arc) else { continue }
          let head = Int(heads[arc])
          if indices[head] < 0 {
            path.append((head, Int(firstArcs[head])))
          } else if components[head] < 0 {
            lowest[node] = min(lowest[node], indices[head])
          }
          continue
        }
        path.removeLast()
        if let parent = path.last?.node { lowest[parent] = min(lowest[parent], lowest[node]) }
        guard lowest[node] == indices[node] else { continue }
        let component = Int32(sizes.count)
        var size: Int32 = 0
        while let member = stack.popLast() {
          components[Int(member)] = component
          size += 1
          if Int(member) == node { break }
        }
        sizes.append(size)
      }
    }
    ofNode = components
    self.sizes = sizes
  }
}
