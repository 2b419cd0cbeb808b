public import ImpactModel

extension Scenario {
  /// Where people work on the days of a week, before and after.
  public struct WeekRules: Sendable, Equatable {
    /// Kinds of weeks; their shares make 1.
    public var groups: [WeekGroup]
    public var officeWeekdays = Self.usualOfficeWeekdays
    public var officeWeekdaysSource =
      "assumption: Tuesday and Thursday are the peaks (project method, section 5)"
    public var spaceWeekdays = WeekdaySpread.workingDays
    /// Share of an office's people who may be there at once; `nil` is no cap.
    public var officeCap: SourcedNumber?
    public var movesDaysOverCap = true
    public var withoutSeat = WeekModel.WithoutSeat.office
    /// Visits to clients, who are where the offices are, a person and week.
    public var clientDays = SourcedNumber(0)

    public static let usualOfficeWeekdays: Weekdays = [0.95, 1.15, 1, 1.15, 0.75, 0, 0]

    public init(groups: [WeekGroup]) { self.groups = groups }

    /// Everyone in the office on five days, and after it on some of them in a space.
    public static func spaceDays(_ days: SourcedNumber) -> WeekRules {
      var group = WeekGroup(name: "all")
      group.space = days
      group.office = SourcedNumber(5 - days.value, source: days.source)
      return WeekRules(groups: [group])
    }

    /// Days a week in a space, in the mean over the groups.
    public var siteDays: SourcedNumber {
      let source = groups.count == 1 ? groups[0].space.source : "mean of the groups of week"
      return SourcedNumber(
        groups.reduce(0) { $0 + $1.share.value * $1.space.value }, source: source)
    }

    /// The plan of a group. Who works other days than the group's base has its policy in proportion.
    ///
    /// - Parameter officeDays: in the base, of people whose data name them.
    public func plan(_ group: Int, officeDays: Double? = nil) -> WeekPlan {
      let rules = groups[group]
      let base = DayCounts(office: rules.baseOffice.value, home: rules.baseHome.value)
      let policy = DayCounts(
        office: rules.office.value, space: rules.space.value, home: rules.home.value)
      let factor = officeDays.map { base.office > 0 ? $0 / base.office : 0 } ?? 1
      func scaled(_ days: DayCounts) -> DayCounts {
        factor == 1
          ? days
          : DayCounts(
            office: days.office * factor, space: days.space * factor, home: days.home * factor)
      }
      return WeekPlan(
        base: scaled(base), policy: scaled(policy), taskDays: rules.taskDays.value,
        taskWeights: rules.taskWeekdays, officeWeights: officeWeekdays,
        spaceWeights: spaceWeekdays)
    }
  }

  /// A kind of week.
  public struct WeekGroup: Sendable, Equatable {
    public var name: String
    /// Of the people whose data name no group.
    public var share = SourcedNumber(1)
    public var baseOffice = SourcedNumber(5)
    public var baseHome = SourcedNumber(0)
    public var office = SourcedNumber(5)
    public var space = SourcedNumber(0)
    public var home = SourcedNumber(0)
    /// Of the office days, those that tasks fix on some weekdays.
    public var taskDays = SourcedNumber(0)
    public var taskWeekdays = WeekdaySpread.workingDays

    public init(name: String) { self.name = name }
  }

  /// How people choose.
  public struct ChoiceRules: Sendable, Equatable {
    public enum Modes: String, Sendable, CaseIterable {
      /// As the data say; without, the first mode of the scenario.
      case given
      case fastest
      case logit
    }

    public enum Sites: String, Sendable, CaseIterable {
      /// With the least weighed time.
      case best
      case logit
    }

    public var modes = Modes.given
    public var sites = Sites.best
    /// Shares of main modes that the base is calibrated to.
    public var targets: [MainMode: SourcedNumber] = [:]
    /// Share of people with a car, of those whose data do not say.
    public var carShare = SourcedNumber(1)
    /// Of what a day in a space costs, in a logit of spaces.
    public var employeeShareOfSitePrice = SourcedNumber(0)

    public init() {}
  }
}
