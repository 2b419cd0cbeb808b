/// Days of a week in the office, in a space and at home.
public struct DayCounts: Sendable, Equatable, Codable {
  public var office: Double
  public var space: Double
  public var home: Double

  public init(office: Double, space: Double = 0, home: Double = 0) {
    self.office = office
    self.space = space
    self.home = home
  }

  public var total: Double { office + space + home }
}

/// The week of a group of people, before and after.
public struct WeekPlan: Sendable, Equatable {
  public var base: DayCounts
  public var policy: DayCounts
  /// Office days that a task fixes (meetings), out of `policy.office` and `base.office`, and the
  /// weekdays on which they can be.
  public var taskDays: Double
  public var taskWeights: Weekdays
  /// How the other office days lie in the week.
  public var officeWeights: Weekdays
  /// How days in a space do, on what is left of each weekday.
  public var spaceWeights: Weekdays

  public init(
    base: DayCounts = DayCounts(office: 5), policy: DayCounts, taskDays: Double = 0,
    taskWeights: Weekdays = WeekdaySpread.workingDays,
    officeWeights: Weekdays = WeekdaySpread.workingDays,
    spaceWeights: Weekdays = WeekdaySpread.workingDays
  ) {
    self.base = base
    self.policy = policy
    self.taskDays = taskDays
    self.taskWeights = taskWeights
    self.officeWeights = officeWeights
    self.spaceWeights = spaceWeights
  }

  /// Expected presence of one person on each weekday.
  public struct Presence: Sendable, Equatable {
    public var office: Weekdays
    public var space: Weekdays
    public var home: Weekdays
  }

  /// Where one person is on each weekday.
  ///
  /// Days fixed by tasks come first, then the other office days, then the spaces, then home: each
  /// takes what those before it leave of a weekday.
  public func presence(_ days: DayCounts) -> Presence {
    var room = Weekdays(repeating: 1)
    func take(_ days: Double, _ weights: Weekdays) -> Weekdays {
      let taken = WeekdaySpread.spread(days, weights: weights, room: room)
      for day in room.indices { room[day] = max(0, room[day] - taken[day]) }
      return taken
    }
    let tasks = take(min(taskDays, days.office), taskWeights)
    let others = take(days.office - min(taskDays, days.office), officeWeights)
    let space = take(days.space, spaceWeights)
    let home = take(days.home, workingWeights)
    return Presence(office: tasks + others, space: space, home: home)
  }

  /// Weekdays on which anybody of the group works at all, alike.
  public var workingWeights: Weekdays {
    Weekdays {
      taskWeights[$0] + officeWeights[$0] + spaceWeights[$0] > 0 ? 1 : 0
    }
  }
}
