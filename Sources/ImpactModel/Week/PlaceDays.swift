/// Person-days of each group by place and weekday, in an ordinary week.
public struct PlaceDays: Sendable, Equatable {
  /// Of one group; all of its people together.
  public struct Days: Sendable, Equatable {
    public var office: Weekdays
    public var home: Weekdays
    /// Spaces by position, ascending.
    public var sites: [(site: Int, days: Weekdays)]

    public static func == (a: Days, b: Days) -> Bool {
      a.office == b.office && a.home == b.home
        && a.sites.elementsEqual(b.sites) { $0.site == $1.site && $0.days == $1.days }
    }

    public var total: Double {
      office.sum + home.sum + sites.reduce(0) { $0 + $1.days.sum }
    }
  }

  public var base: [Days]
  public var policy: [Days]
  /// Person-days in spaces that were wished for and found no seat, by weekday.
  public var unseated: Weekdays
  /// Person-days that the cap on offices kept at home, in a week.
  public var keptAtHome: Double
}

extension WeekModel {
  /// Assigns everyone to places on every weekday.
  public func placeDays() -> PlaceDays {
    let ofPlans = plans.map { (base: $0.presence($0.base), policy: $0.presence($0.policy)) }
    let presences = groups.map { ofPlans[$0.plan].policy }
    let (inSpaces, unseated) = spaceDays(presences)
    var result = PlaceDays(
      base: groups.map { baseDays($0, ofPlans[$0.plan].base) }, policy: [],
      unseated: unseated.reduce(Weekdays(), +),
      keptAtHome: 0)
    let offices = officeDays(presences, inSpaces, unseated)
    for (index, group) in groups.enumerated() {
      let spaces = inSpaces[index]
      let office = offices[index]
      var home = presences[index].home.map { $0 * group.people }
      if office.moreAtHome > 0 || office.isMoved {
        let working = plans[group.plan].workingWeights
        let room = Weekdays { day in
          max(
            0,
            group.people * working[day] - office.days[day]
              - spaces.reduce(0) { $0 + $1.days[day] })
        }
        home = WeekdaySpread.spread(
          home.sum + office.moreAtHome, weights: working, room: room)
      }
      result.policy.append(PlaceDays.Days(office: office.days, home: home, sites: spaces))
      result.keptAtHome += office.cut
    }
    return result
  }

  /// Person-days of each group in spaces, and those that found no seat.
  private func spaceDays(
    _ presences: [WeekPlan.Presence]
  ) -> (seated: [[(site: Int, days: Weekdays)]], unseated: [Weekdays]) {
    var wishes = groups.map {
      SeatAssignment.Wish(
        people: 0, sites: options($0), takesFirst: rules.siteRule == .leastTime)
    }
    var seated = wishes.map { wish in wish.sites.map { (site: $0.site, days: Weekdays()) } }
    var unseated = groups.map { _ in Weekdays() }
    for day in Weekdays().indices {
      for (index, group) in groups.enumerated() where !wishes[index].sites.isEmpty {
        wishes[index].people = group.people * presences[index].space[day]
      }
      let assignment = SeatAssignment(wishes, seats: sites.map { $0.seats[day] })
      for group in groups.indices {
        unseated[group][day] = assignment.unseated[group]
        for (place, people) in assignment.seated(group).enumerated() {
          seated[group][place].days[day] = people
        }
      }
    }
    for group in groups.indices {
      seated[group].removeAll { $0.days.sum == 0 }
      seated[group].sort { $0.site < $1.site }
    }
    return (seated, unseated)
  }

  private func baseDays(
    _ group: PeopleGroup, _ presence: WeekPlan.Presence
  ) -> PlaceDays.Days {
    // Before there were spaces their days were office days.
    return PlaceDays.Days(
      office: (presence.office + presence.space).map { $0 * group.people },
      home: presence.home.map { $0 * group.people }, sites: [])
  }

  private struct OfficeDays {
    /// Person-days in the office, after the cap.
    var days: Weekdays
    /// Cut by the cap.
    var cut = 0.0
    /// Of people without a seat who stay at home.
    var withoutSeat = 0.0
    /// Whether days went to other weekdays, or home.
    var isMoved = false

    var moreAtHome: Double { cut + withoutSeat }
  }

  private func officeDays(
    _ presences: [WeekPlan.Presence], _ seated: [[(site: Int, days: Weekdays)]],
    _ unseated: [Weekdays]
  ) -> [OfficeDays] {
    var result = groups.map { _ in OfficeDays(days: Weekdays()) }
    for office in offices.indices {
      let members = groups.indices.filter { groups[$0].office == office && groups[$0].people > 0 }
      let people = members.reduce(0) { $0 + groups[$1].people }
      let asked = members.map { index -> OfficeCap.Group in
        let (group, presence) = (groups[index], presences[index])
        let working = plans[group.plan].workingWeights
        var (wish, room) = (presence.office, Weekdays())
        for day in wish.indices {
          let inSpaces = seated[index].reduce(0) { $0 + $1.days[day] } / group.people
          let atHome = rules.withoutSeat == .home ? unseated[index][day] / group.people : 0
          result[index].withoutSeat += atHome * group.people
          // Days in a space that nobody takes, or that found no seat, are office days. Days at home
          // can change places with office days, so they take no room.
          wish[day] += max(0, presence.space[day] - inSpaces - atHome)
          room[day] = max(0, working[day] - inSpaces)
        }
        return OfficeCap.Group(people: group.people, asked: wish, room: room)
      }
      let cap = OfficeCap(
        asked, seats: rules.officeCap.map { $0 * people }, movesDays: rules.movesDaysOverCap)
      for (position, index) in members.enumerated() {
        result[index].days = cap.presence[position].map { $0 * groups[index].people }
        result[index].cut = cap.cutDays[position] * groups[index].people
        result[index].isMoved = cap.presence[position] != asked[position].asked
      }
    }
    return result
  }
}
