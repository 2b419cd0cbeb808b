-- OSRM's profile for a generated city: a way takes the tenths of a second of its tag, turns take
-- none and every one is allowed, so that OSRM's durations are sums over the same arcs.
api_version = 4

function setup()
  return {
    properties = {
      weight_name = 'duration',
      u_turn_penalty = 0,
      traffic_signal_penalty = 0,
      continue_straight_at_waypoint = false,
      use_turn_restrictions = false,
      max_turn_weight = 0,
    },
  }
end

function process_way(profile, way, result)
  result.duration = tonumber(way:get_value_by_key('tenths')) / 10
  result.forward_mode = mode.driving
  result.backward_mode = mode.driving
  if way:get_value_by_key('oneway') == 'yes' then
    result.backward_mode = mode.inaccessible
  end
end

function process_turn(profile, turn)
  turn.weight = 0
  turn.duration = 0
end

return { setup = setup, process_way = process_way, process_turn = process_turn }
