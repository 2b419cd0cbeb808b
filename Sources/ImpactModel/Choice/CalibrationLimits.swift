extension Calibration {
  /// Targets that no constants reach.
  ///
  /// Some modes together can have any share above that of the people who can take no other and below
  /// that of the people who can take any of them, and if this holds for every set of modes, the
  /// targets can be met (the theorem of supply and demand, Gale 1957; at the very limits a constant
  /// would be infinite). Modes without a target count as one.
  func unreachable(_ targets: CalibrationTargets) -> [UnreachableTarget] {
    let free = MainMode.allCases.filter { targets.shares[$0] == nil }
    let given = MainMode.allCases.filter { targets.shares[$0] != nil }
    let units = given.map { [$0] } + (free.isEmpty ? [] : [free])
    // Each set and its complement say the same: of the two, that without the last unit is looked at.
    return (1..<max(1, 1 << (units.count - 1))).compactMap { subset in
      unreachable(units.indices.filter { subset >> $0 & 1 == 1 }.flatMap { units[$0] }, targets)
    }
  }

  private func unreachable(_ modes: [MainMode], _ targets: CalibrationTargets)
    -> UnreachableTarget?
  {
    let target = modes.reduce(0) { $0 + (targets.shares[$1] ?? 0) }
    var least = 0.0
    var most = 0.0
    for commuter in commuters {
      let reached = MainMode.allCases.filter { commuter.costs[$0] < .infinity }
      if reached.contains(where: modes.contains) { most += commuter.weight }
      if reached.allSatisfy(modes.contains) { least += commuter.weight }
    }
    // Nobody who can take these can take another: their share is what it is, and may be right.
    let isFixed = most - least < 1e-9 && abs(target - least) < 1e-9
    guard !isFixed, target <= least + 1e-9 || target >= most - 1e-9 else { return nil }
    let others = MainMode.allCases.filter { !modes.contains($0) }
    return modes.count <= others.count || commuters.isEmpty
      ? UnreachableTarget(modes: modes, target: target, least: least, most: most)
      : UnreachableTarget(modes: others, target: 1 - target, least: 1 - most, most: 1 - least)
  }
}
