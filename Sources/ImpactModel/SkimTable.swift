/// All ways between homes and workplaces by each mode of a comparison.
public struct SkimTable: Sendable {
  public let homeCount: Int
  public private(set) var workplaceCount: Int
  /// Names of the modes, in the order of the scenario.
  public let modes: [String]
  /// `skims[(workplace * homeCount + home) * modes.count + mode]`; `nil` is out of reach.
  public var skims: [Skim?]

  /// A table in which nothing can be reached.
  public init(homeCount: Int, workplaceCount: Int, modes: [String]) {
    self.homeCount = homeCount
    self.workplaceCount = workplaceCount
    self.modes = modes
    skims = Array(repeating: nil, count: homeCount * workplaceCount * modes.count)
  }

  public subscript(home: Int, workplace: Int, mode: Int) -> Skim? {
    get { skims[(workplace * homeCount + home) * modes.count + mode] }
    set { skims[(workplace * homeCount + home) * modes.count + mode] = newValue }
  }

  /// The ways of one pair by every mode.
  public func ways(home: Int, workplace: Int) -> ArraySlice<Skim?> {
    let first = (workplace * homeCount + home) * modes.count
    return skims[first..<first + modes.count]
  }

  /// Adds the ways from the same homes by the same modes to further workplaces.
  public mutating func append(_ other: SkimTable) {
    precondition(homeCount == other.homeCount && modes == other.modes, "ways of other homes")
    skims += other.skims
    workplaceCount += other.workplaceCount
  }
}
