/// A hierarchy with weights: what searches run on.
///
/// New weights for the same graph, such as another hour's congestion, cost one customization and
/// no rebuild. One customization runs on one thread; those of several hours are independent and
/// may run side by side.
public struct HierarchyWeights: Sendable {
  /// The weight of a closed arc and the time to a place that cannot be reached, eleven days. The
  /// sum of two is still an `Int32`. Longer times count as unreachable.
  public static let unreachable: Int32 = 1_000_000_000

  public let hierarchy: ContractionHierarchy
  /// Milliseconds per arc of the graph, by position.
  public private(set) var milliseconds: [Int32]
  /// Per upward arc the time upward and the time back downward.
  private(set) var arcs: [SIMD2<Int32>]

  /// - Parameter milliseconds: per arc of the graph, by position; `unreachable` and more closes
  ///   an arc.
  /// - Precondition: no weight is negative.
  public init(_ hierarchy: ContractionHierarchy, milliseconds: [Int32]) {
    self.hierarchy = hierarchy
    self.milliseconds = []
    arcs = [SIMD2<Int32>](
      repeating: SIMD2(repeating: Self.unreachable), count: hierarchy.upwardArcCount)
    customize(milliseconds)
  }

  /// Takes other weights, keeping the memory if no ``ManyToMany`` or copy holds it too.
  ///
  /// Complexity: one step for each pair of higher neighbours of a node.
  public mutating func customize(_ milliseconds: [Int32]) {
    precondition(milliseconds.count == hierarchy.graph.arcCount, "a weight for every arc")
    self.milliseconds = milliseconds
    Customization.run(hierarchy, milliseconds, &arcs)
  }

  /// The time over an upward arc from its lower rank, or back to it.
  @inline(__always)
  func time(_ arc: Int, isUpward: Bool) -> Int32 { isUpward ? arcs[arc].x : arcs[arc].y }
}
