"""Who is who: names compared, chains joined into actors, and a reason kept for every joining.

`world.load(user=None) -> World`      the data of `resolve/world/`, a user's folder laid over it
"""
