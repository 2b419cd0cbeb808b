import ImpactModel
import Yams

/// Reads `week`: where people work on the days of a week.
enum WeekReader {
  private static let dayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// - Parameter siteDays: `policy.site_days_per_week`, which makes the week where none is written.
  static func read(
    _ root: YAMLSection, siteDays: SourcedNumber, _ reader: inout YAMLReader
  ) -> Scenario.WeekRules {
    guard root.values["week"] != nil else { return .spaceDays(siteDays) }
    let section = reader.section(
      "week", in: root,
      keys: groupKeys + [
        "groups", "office_weekdays", "space_weekdays", "office_cap", "over_cap", "without_seat",
        "client_days",
      ])
    guard let section else { return .spaceDays(siteDays) }
    var rules = Scenario.WeekRules(groups: groups(section, &reader))
    if let (weights, source) = weekdays("office_weekdays", section, &reader) {
      rules.officeWeekdays = weights
      rules.officeWeekdaysSource = source
    }
    if let (weights, _) = weekdays("space_weekdays", section, &reader) {
      rules.spaceWeekdays = weights
    }
    if section.values["office_cap"] != nil {
      var cap = SourcedNumber(1)
      reader.number("office_cap", in: section, 0...1, into: &cap)
      rules.officeCap = cap
    }
    let moves = reader.value("over_cap", in: section, takes: "other weekday, or home") {
      ["other weekday": true, "home": false][$0]
    }
    if let moves { rules.movesDaysOverCap = moves }
    let without = reader.value(
      "without_seat", in: section, takes: "office or home", WeekModel.WithoutSeat.init(rawValue:))
    if let without { rules.withoutSeat = without }
    reader.number("client_days", in: section, 0...7, into: &rules.clientDays)
    checkRoom(rules, section, &reader)
    checkShares(rules, section, &reader)
    if root.values["policy"]?.mapping?["site_days_per_week"] != nil {
      reader.report(
        "unclear_week", at: section.node, field: "week",
        "policy.site_days_per_week and week both say where people work",
        remedy: "leave policy.site_days_per_week out")
    }
    return rules
  }

  private static let groupKeys = ["base", "policy", "task_days", "task_weekdays"]

  private static func groups(
    _ section: YAMLSection, _ reader: inout YAMLReader
  ) -> [Scenario.WeekGroup] {
    guard section.values["groups"] != nil else { return [group("all", section, &reader)] }
    for key in groupKeys where section.values[key] != nil {
      reader.report(
        "unclear_week", at: section.values[key], field: "week.\(key)",
        "stands beside groups, which have weeks of their own", remedy: "move it into a group")
    }
    var groups: [Scenario.WeekGroup] = []
    for (item, field) in reader.items("groups", in: section) ?? [] {
      guard let part = reader.section(item, field, keys: groupKeys + ["name", "share"]) else {
        continue
      }
      let name = reader.text("name", in: part, isRequired: true) ?? field
      if groups.contains(where: { $0.name == name }) {
        reader.report(
          "duplicated_group", at: item, field: field, value: name, "two groups have this name")
      }
      var read = group(name, part, &reader)
      reader.number("share", in: part, 0...1, into: &read.share)
      groups.append(read)
    }
    return groups.isEmpty ? [Scenario.WeekGroup(name: "all")] : groups
  }

  private static func group(
    _ name: String, _ section: YAMLSection, _ reader: inout YAMLReader
  ) -> Scenario.WeekGroup {
    var group = Scenario.WeekGroup(name: name)
    let base = reader.section("base", in: section, keys: ["office", "home"])
    reader.number("office", in: base, 0...7, into: &group.baseOffice)
    reader.number("home", in: base, 0...7, into: &group.baseHome)
    let policy = reader.section("policy", in: section, keys: ["office", "space", "home"])
    reader.number("space", in: policy, 0...7, into: &group.space)
    reader.number("home", in: policy, 0...7, into: &group.home)
    let total = group.baseOffice.value + group.baseHome.value
    if policy?.values["home"] == nil { group.home.value = group.baseHome.value }
    group.office = SourcedNumber(max(0, total - group.space.value - group.home.value))
    reader.number("office", in: policy, 0...7, into: &group.office)
    // What is not said is worked at home.
    if let policy, policy.values["home"] == nil, policy.values["office"] != nil {
      group.home.value = max(0, total - group.office.value - group.space.value)
    }
    reader.number("task_days", in: section, 0...7, into: &group.taskDays)
    if let (weights, _) = weekdays("task_weekdays", section, &reader) {
      group.taskWeekdays = weights
    }
    let after = group.office.value + group.space.value + group.home.value
    if total > 7 || after > 7 {
      reader.report(
        "week_too_long", at: section.node, field: section.field(total > 7 ? "base" : "policy"),
        value: YAMLReader.plain(max(total, after)), "a week has seven days")
    } else if abs(total - after) > 1e-9 {
      reader.report(
        "different_weeks", at: section.values["policy"] ?? section.node,
        field: section.field("policy"), value: YAMLReader.plain(after),
        "the base has \(YAMLReader.plain(total)) working days, the policy another number",
        remedy: "give as many days after as before")
    }
    return group
  }

  /// Weights by weekday and their source; those that are not named are 0.
  private static func weekdays(
    _ key: String, _ section: YAMLSection, _ reader: inout YAMLReader
  ) -> (Weekdays, source: String)? {
    guard let part = reader.section(key, in: section, keys: dayNames + ["source"]) else {
      return nil
    }
    var weights = Weekdays()
    for (day, name) in dayNames.enumerated() {
      var weight = SourcedNumber(0)
      reader.number(name, in: part, 0...100, into: &weight)
      weights[day] = weight.value
    }
    if !weights.contains(where: { $0 > 0 }) {
      reader.report("no_weekday", at: part.node, field: part.path, "no weekday has a weight")
      return nil
    }
    return (weights, reader.text("source", in: part) ?? SourcedNumber.assumption)
  }

  /// The days of each kind of place must find weekdays.
  private static func checkRoom(
    _ rules: Scenario.WeekRules, _ section: YAMLSection, _ reader: inout YAMLReader
  ) {
    for index in rules.groups.indices {
      let plan = rules.plan(index)
      // A week of another length has its own finding.
      guard abs(plan.base.total - plan.policy.total) < 1e-9 else { continue }
      for (part, days) in [("base", plan.base), ("policy", plan.policy)] where days.total <= 7 {
        let presence = plan.presence(days)
        let placed = [presence.office, presence.space, presence.home].map { $0.reduce(0, +) }
        for (place, wanted, found) in [
          ("office", days.office, placed[0]), ("space", days.space, placed[1]),
          ("home", days.home, placed[2]),
        ] where wanted - found > 1e-9 {
          reader.report(
            "no_room_in_week", at: section.node,
            field: "week.\(rules.groups[index].name).\(part).\(place)",
            value: YAMLReader.plain(wanted),
            "the weekdays that have a weight hold \(YAMLReader.plain(found)) such days",
            remedy: "give more weekdays a weight, or fewer days")
        }
      }
    }
  }

  private static func checkShares(
    _ rules: Scenario.WeekRules, _ section: YAMLSection, _ reader: inout YAMLReader
  ) {
    let sum = rules.groups.reduce(0) { $0 + $1.share.value }
    guard abs(sum - 1) > 1e-6 else { return }
    reader.report(
      "shares_not_one", at: section.values["groups"], field: "week.groups",
      value: YAMLReader.plain(sum), "the shares of the groups do not make 1")
  }
}

/// Reads `choice`: how modes and spaces are chosen.
enum ChoiceReader {
  private static let kinds: [(key: String, mode: MainMode)] = [
    ("train", .train), ("urban", .urban), ("car", .car), ("active", .active),
  ]

  static func read(_ root: YAMLSection, _ reader: inout YAMLReader) -> Scenario.ChoiceRules {
    let section = reader.section(
      "choice", in: root,
      keys: ["modes", "sites", "targets", "car_share", "employee_share_of_site_price"])
    var rules = Scenario.ChoiceRules()
    let modes = reader.value(
      "modes", in: section, takes: "given, fastest or logit",
      Scenario.ChoiceRules.Modes.init(rawValue:))
    if let modes { rules.modes = modes }
    let sites = reader.value(
      "sites", in: section, takes: "best or logit", Scenario.ChoiceRules.Sites.init(rawValue:))
    if let sites { rules.sites = sites }
    reader.number("car_share", in: section, 0...1, into: &rules.carShare)
    reader.number(
      "employee_share_of_site_price", in: section, 0...1, into: &rules.employeeShareOfSitePrice)
    let targets = reader.section("targets", in: section, keys: kinds.map(\.key))
    for (key, mode) in kinds where targets?.values[key] != nil {
      var share = SourcedNumber(0)
      reader.number(key, in: targets, 0.001...0.999, into: &share)
      rules.targets[mode] = share
    }
    let sum = rules.targets.values.reduce(0) { $0 + $1.value }
    // Four rounded shares may be a little more.
    if sum > 1 + (rules.targets.count == kinds.count ? 0.005 : 1e-9) {
      reader.report(
        "shares_over_one", at: targets?.node, field: "choice.targets",
        value: YAMLReader.plain(sum), "the shares of the modes are more than all people")
    }
    if targets != nil, rules.modes != .logit {
      reader.report(
        "unused_targets", at: targets?.node, field: "choice.targets",
        "only a logit is calibrated", remedy: "write modes: logit")
    }
    return rules
  }
}
